package io.github.managedservice.internal.declaration;

import java.net.URI;
import java.net.URISyntaxException;

/** What can be asked whether it answers. */
public record ProbeTarget(URI uri, String host, int port) {

    public static ProbeTarget of(String text, ReadyStatus status) throws URISyntaxException {
        URI uri = new URI(text);
        if (!isTcp(uri)) {
            return new ProbeTarget(uri, uri.getHost(), new HttpTarget(uri).port());
        }
        if (!status.wanted().isEmpty()) {
            throw new IllegalArgumentException("'tcp://' has no status; 'readyStatus' needs 'http://' or 'https://'");
        }
        if (uri.getHost() == null || uri.getPort() == -1) {
            throw new IllegalArgumentException("'tcp://' needs a host and a port");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new IllegalArgumentException("A TCP port is a number from 1 to 65535, not " + uri.getPort());
        }
        return new ProbeTarget(uri, uri.getHost(), uri.getPort());
    }

    private static boolean isTcp(URI uri) {
        return "tcp".equals(uri.getScheme());
    }

    public boolean isHttp() {
        return !isTcp(uri);
    }
}
