package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts any certificate of a service.
 *
 * <p>The library started the service, on this machine, and asks only for a status; most such certificates are
 * self-signed, and made for another name. The JVM's default context stays as it is.
 */
final class AnyCertificate extends X509ExtendedTrustManager {

    /** Makes a TLS connection over one that stays open when it ends. The caller makes the handshake. */
    static SSLSocket wrap(Socket connected, HttpTarget target) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(connected, target.host(), target.port(), false);
            if (!isAddress(target.host())) {
                nameServer(socket, target.host());
            }
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS in this JVM: " + e.getMessage(), e);
        }
    }

    /** The JDK names only hosts with a dot, and so not "localhost", by which some servers choose their answer. */
    private static void nameServer(SSLSocket socket, String host) {
        SSLParameters parameters = socket.getSSLParameters();
        // Without the dot at the end (RFC 6066, section 3).
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
    }

    /** In a URL the last label of a name begins with a letter (RFC 2396, section 3.2.2; the JDK follows it). */
    private static boolean isAddress(String host) {
        return host.startsWith("[") || Character.isDigit(host.charAt(host.lastIndexOf('.') + 1));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
