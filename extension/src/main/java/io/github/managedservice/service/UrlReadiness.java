package io.github.managedservice.service;

import io.github.managedservice.internal.diagnosis.Expected;
import io.github.managedservice.internal.readiness.ReadyStatus;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ready when an address answers: {@code http:}, {@code https:}, {@code tcp://host:port}, or a path on the service's port. */
final class UrlReadiness extends Readiness {

    private static final List<String> SCHEMES = List.of("http://", "https://", "tcp://");
    private static final Template BASE = Template.parse("http://${host}:${port}");

    private final Template url;
    private final ReadyStatus status;

    UrlReadiness(Template url) {
        this(url, ReadyStatus.USUAL);
    }

    UrlReadiness(Template url, ReadyStatus status) {
        this.url = url;
        this.status = status;
    }

    /** What is wrong with the address, as far as that can be seen before it is asked. */
    Optional<TextFault> fault() {
        String source = url.source();
        if (!source.startsWith("${")
                && !source.startsWith("/")
                && SCHEMES.stream().noneMatch(source::startsWith)) {
            return Optional.of(new TextFault(
                    "the address must begin with 'http://', 'https://' or 'tcp://', or be a path such as '/health'"
                            + NearestName.question(scheme(source), SCHEMES),
                    0,
                    source.length()));
        }
        return sample().flatMap(this::fault);
    }

    /** The address as it will be, where no more is missing than ports that are not leased yet. */
    private Optional<String> sample() {
        try {
            return Optional.of(address(template -> template.fill(UrlReadiness::sample)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** None of the environment's values, which may be secret and would be shown. */
    private static Optional<String> sample(String placeholder) {
        String name = "." + placeholder + ".";
        if (ProcessValues.isOne(placeholder)) {
            return Optional.empty();
        }
        if (name.contains(".port.")) {
            return Optional.of("1");
        }
        return name.endsWith(".host.") ? Optional.of(Placeholders.HOST) : Optional.empty();
    }

    private Optional<TextFault> fault(String sample) {
        String source = url.source();
        try {
            Address.of(sample, status, Duration.ZERO, "");
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(
                    sample.equals(source)
                            ? new TextFault(continued(e.getReason()), e.getIndex(), e.getIndex() + 1)
                            : new TextFault(continued(e.getReason()) + ", as in '" + sample + "'", 0, source.length()));
        } catch (IllegalArgumentException e) {
            return Optional.of(new TextFault(continued(String.valueOf(e.getMessage())), 0, source.length()));
        }
    }

    private static String scheme(String url) {
        return url.substring(0, Math.max(0, url.indexOf("://"))) + "://";
    }

    private static String continued(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Ready when a connection to a port of the service is accepted. */
    static UrlReadiness port(String placeholder) {
        return new UrlReadiness(Template.parse("tcp://${host}:${" + placeholder + "}"));
    }

    @Override
    ReadinessWatch watch(Starting starting) {
        String text = address(starting.fill());
        try {
            Address address = Address.of(
                    text,
                    status,
                    starting.limit(),
                    inOtherProtocol(text, starting.service().host()));
            return PolledWatch.start(
                    starting.threadName("probe"),
                    new OwnPortProbe(address.probe(), address.host(), address.port(), starting),
                    Optional.of(new Expected.Answer(address.host(), address.port())));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no URL: " + e.getReason(), e);
        }
    }

    /** What to declare instead where the port speaks TLS and was not asked in that, or the other way round. */
    private String inOtherProtocol(String filled, String host) {
        String declared = url.source().startsWith("${")
                ? filled
                : base().map(Template::source).orElse("") + url.source();
        String other = declared.startsWith("https:")
                ? "http" + declared.substring("https".length())
                : "https" + declared.substring("http".length());
        return other.replace("${host}", host);
    }

    private String address(Function<Template, String> fill) {
        return templates().map(fill).collect(Collectors.joining());
    }

    /** What an address that is a path alone begins with. */
    Optional<Template> base() {
        return url.source().startsWith("/") ? Optional.of(BASE) : Optional.empty();
    }

    @Override
    ConditionState unwatched(Function<Template, String> fill) {
        return ConditionState.Simple.notYet(fill.apply(url));
    }

    @Override
    Stream<Template> templates() {
        return Stream.concat(base().stream(), Stream.of(url));
    }

    @Override
    List<String> groups() {
        return List.of();
    }
}
