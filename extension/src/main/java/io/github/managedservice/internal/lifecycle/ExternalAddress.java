package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.lifecycle.Placeholders.Whereabouts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** The address of an external instance; one of IPv6 is in brackets. */
record ExternalAddress(String host, int port) implements Whereabouts {

    private static final int LAST_PORT = 65_535;

    /** Reads {@code host:port}. */
    static Optional<ExternalAddress> parse(String text) {
        try {
            URI uri = new URI("tcp://" + text);
            boolean bare = uri.getUserInfo() == null
                    && uri.getPath().isEmpty()
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return bare && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= LAST_PORT
                    ? Optional.of(new ExternalAddress(uri.getHost(), uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Integer> port(String name) {
        return name.isEmpty() ? Optional.of(port) : Optional.empty();
    }

    @Override
    public Optional<Path> tempDir() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
