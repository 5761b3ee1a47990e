package io.github.managedservice.internal.declaration;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A URL taken apart for a request, with everything encoded that is not ASCII. */
public record HttpTarget(URI url) {

    public HttpTarget {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "An HTTP probe needs an absolute http: or https: URL, not '" + url + "'");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw new IllegalArgumentException(
                    "A TCP port is a number from 1 to 65535, not " + url.getPort() + " as in '" + url + "'");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(url.toString())) {
            throw new IllegalArgumentException("Half of a surrogate pair cannot be sent, as in '" + url + "'");
        }
        url = URI.create(url.toASCIIString());
    }

    public boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** An IPv6 literal keeps its brackets, which the resolver understands. */
    public String host() {
        return url.getHost();
    }

    /** The port of the URL, or else the default of its scheme. */
    public int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return secure() ? 443 : 80;
    }

    /** The URL without credentials. */
    public String shown() {
        return scheme() + "://" + (url.getRawUserInfo() == null ? "" : "***@") + authority() + pathAndQuery();
    }

    /** The same address for plain HTTP, without credentials. */
    public HttpTarget withoutTls() {
        return new HttpTarget(URI.create("http://" + host() + ":" + port() + pathAndQuery()));
    }

    /** With {@code Connection: close}, because each connection has one request. */
    public String request() {
        return "GET " + pathAndQuery() + " HTTP/1.1\r\n"
                + "Host: " + authority() + "\r\n"
                + authorization()
                + "User-Agent: managed-service\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n"
                + "\r\n";
    }

    private String scheme() {
        return String.valueOf(url.getScheme());
    }

    private String authority() {
        return url.getPort() == -1 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private String pathAndQuery() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    /** Sends the user info of the URL as every client does, in the scheme "Basic" (RFC 7617). */
    private String authorization() {
        String userInfo = url.getRawUserInfo();
        if (userInfo == null) {
            return "";
        }
        int colon = userInfo.indexOf(':');
        String user = decoded(colon == -1 ? userInfo : userInfo.substring(0, colon));
        String password = colon == -1 ? "" : decoded(userInfo.substring(colon + 1));
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials) + "\r\n";
    }

    /** A plus sign means a blank in the encoding of forms only, not in that of URLs. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
