package io.github.managedservice.service;

import io.github.managedservice.internal.diagnosis.Expected;
import io.github.managedservice.internal.readiness.HttpProbe;
import io.github.managedservice.internal.readiness.TcpProbe;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ready when an address answers: {@code http:}, {@code https:}, {@code tcp://host:port}, or a path on the service's port. */
final class UrlReadiness extends Readiness {

    private static final Template BASE = Template.parse("http://${host}:${port}");

    private final Template url;

    UrlReadiness(Template url) {
        String source = url.source();
        if (!source.startsWith("${")
                && Stream.of("http://", "https://", "tcp://", "/").noneMatch(source::startsWith)) {
            throw new IllegalArgumentException(
                    "it must be an 'http://', 'https://' or 'tcp://host:port' address or a path such as '/health'");
        }
        this.url = url;
    }

    /** Ready when a connection to a port of the service is accepted. */
    static UrlReadiness port(String placeholder) {
        return new UrlReadiness(Template.parse("tcp://${host}:${" + placeholder + "}"));
    }

    @Override
    ReadinessWatch watch(Starting starting) {
        String filled = starting.fill().apply(url);
        String address = filled.startsWith("/") ? starting.fill().apply(BASE) + filled : filled;
        OwnPortProbe probe = probe(address, starting);
        return PolledWatch.start(
                starting.threadName("probe"), probe, Optional.of(new Expected.Answer(probe.host(), probe.port())));
    }

    private static OwnPortProbe probe(String address, Starting starting) {
        try {
            URI uri = new URI(address);
            if (!"tcp".equals(uri.getScheme())) {
                HttpProbe probe = new HttpProbe(uri);
                return new OwnPortProbe(probe, probe.host(), probe.port(), starting);
            }
            if (uri.getHost() != null && uri.getPort() > 0) {
                TcpProbe probe = new TcpProbe(uri.getHost(), uri.getPort());
                return new OwnPortProbe(probe, uri.getHost(), uri.getPort(), starting);
            }
            throw new IllegalArgumentException("readyUrl = \"" + address + "\": 'tcp://' needs a host and a port");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("readyUrl = \"" + address + "\": " + e.getReason(), e);
        }
    }

    @Override
    ConditionState unwatched() {
        return ConditionState.Simple.notYet(url.source());
    }

    @Override
    Stream<Template> templates() {
        return url.source().startsWith("/") ? Stream.of(BASE, url) : Stream.of(url);
    }

    @Override
    List<String> groups() {
        return List.of();
    }
}
