package io.github.managedservice.internal.readiness;

import java.net.URI;

/** A URL taken apart for a request. */
record HttpTarget(URI url) {

    HttpTarget {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "An HTTP probe needs an absolute http: or https: URL, not '" + url + "'");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw new IllegalArgumentException(
                    "A TCP port is a number from 1 to 65535, not " + url.getPort() + " as in '" + url + "'");
        }
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Gives the host to connect to: an IPv6 literal keeps its brackets, which the resolver understands. */
    String host() {
        return url.getHost();
    }

    int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return secure() ? 443 : 80;
    }

    /** Gives the whole request; {@code Connection: close}, for nothing is asked twice over one connection. */
    String request() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String authority = url.getPort() == -1 ? url.getHost() : url.getHost() + ":" + url.getPort();
        return "GET " + path + query + " HTTP/1.1\r\n"
                + "Host: " + authority + "\r\n"
                + "User-Agent: managed-service\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n"
                + "\r\n";
    }
}
