package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.GroupNames;
import io.github.managedservice.internal.text.NearestName;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold before a service is ready, as it was declared. */
public sealed interface Condition {

    default Stream<Template> templates() {
        return Stream.empty();
    }

    default List<String> groups() {
        return List.of();
    }

    /** A condition that is looked at itself. */
    sealed interface Single extends Condition {

        /** What a report calls it. */
        String description(Function<Template, String> fill);
    }

    record Line(Pattern pattern, int times) implements Single {

        public Line {
            if (times < 1) {
                throw new IllegalArgumentException("times = " + times + ": a line must match at least once");
            }
        }

        @Override
        public List<String> groups() {
            return GroupNames.of(pattern);
        }

        @Override
        public String description(Function<Template, String> fill) {
            return (times == 1 ? "a line that matches \"" : times + " lines that match \"") + pattern + "\"";
        }
    }

    /** An address answers: {@code http:}, {@code https:}, {@code tcp://host:port}, or a path on the service's port. */
    record Url(Template url, ReadyStatus status) implements Single {

        private static final List<String> SCHEMES = List.of("http://", "https://", "tcp://");
        private static final Template BASE = Template.parse("http://${host}:${port}");

        /** A port of the service accepts a connection. */
        public static Url port(String placeholder) {
            return new Url(Template.parse("tcp://${host}:${" + placeholder + "}"), ReadyStatus.USUAL);
        }

        /** What an address that is a path alone begins with. */
        Optional<Template> base() {
            return url.source().startsWith("/") ? Optional.of(BASE) : Optional.empty();
        }

        public String address(Function<Template, String> fill) {
            return templates().map(fill).collect(Collectors.joining());
        }

        @Override
        public Stream<Template> templates() {
            return Stream.concat(base().stream(), Stream.of(url));
        }

        @Override
        public String description(Function<Template, String> fill) {
            return fill.apply(url);
        }

        /** What to declare instead where the port speaks TLS and was not asked in that, or the other way round. */
        public String inOtherProtocol(String filled, String host) {
            String declared = url.source().startsWith("${")
                    ? filled
                    : base().map(Template::source).orElse("") + url.source();
            String other = declared.startsWith("https:")
                    ? "http" + declared.substring("https".length())
                    : "https" + declared.substring("http".length());
            return other.replace("${host}", host);
        }

        /** What is wrong with the address, as far as that can be seen before it is asked. */
        public Optional<Template.Fault> fault() {
            String source = url.source();
            if (!source.startsWith("${")
                    && !source.startsWith("/")
                    && SCHEMES.stream().noneMatch(source::startsWith)) {
                return wrong(
                        "the address must begin with 'http://', 'https://' or 'tcp://', or be a path such as '/health'"
                                + NearestName.question(scheme(source), SCHEMES));
            }
            return sample().flatMap(this::fault);
        }

        /** The address as it will be, where no more is missing than ports that are not leased yet. */
        private Optional<String> sample() {
            try {
                return Optional.of(address(template -> template.fill(PlaceholderNames::sample)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private Optional<Template.Fault> fault(String sample) {
            String source = url.source();
            try {
                ProbeTarget.of(sample, status);
                return Optional.empty();
            } catch (URISyntaxException e) {
                String reason = continued(e.getReason());
                return sample.equals(source)
                        ? Optional.of(new Template.Fault(reason, e.getIndex(), e.getIndex() + 1))
                        : wrong(reason + ", as in '" + sample + "'");
            } catch (IllegalArgumentException e) {
                return wrong(continued(String.valueOf(e.getMessage())));
            }
        }

        private Optional<Template.Fault> wrong(String what) {
            return Optional.of(new Template.Fault(what, 0, url.source().length()));
        }

        private static String scheme(String url) {
            return url.substring(0, Math.max(0, url.indexOf("://"))) + "://";
        }

        private static String continued(String sentence) {
            return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        }
    }

    record Command(List<Template> words) implements Single {

        public Command {
            words = List.copyOf(words);
        }

        @Override
        public Stream<Template> templates() {
            return words.stream();
        }

        @Override
        public String description(Function<Template, String> fill) {
            return "command '" + words.stream().map(fill).collect(Collectors.joining(" ")) + "'";
        }
    }

    /** The user's own check of the running service answers true. */
    record Check(String description, Predicate<Object> check) implements Single {

        public Check {
            Objects.requireNonNull(description, "description");
        }

        @Override
        public String description(Function<Template, String> fill) {
            return "check '" + description + "'";
        }
    }

    record Started() implements Single {

        @Override
        public String description(Function<Template, String> fill) {
            return "the process has been started";
        }
    }

    record Combined(Kind kind, Condition first, Condition second) implements Condition {

        @Override
        public Stream<Template> templates() {
            return Stream.concat(first.templates(), second.templates());
        }

        @Override
        public List<String> groups() {
            return Stream.concat(first.groups().stream(), second.groups().stream())
                    .distinct()
                    .toList();
        }
    }

    enum Kind {
        AND("all of"),
        OR("one of"),
        THEN("one after the other");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
