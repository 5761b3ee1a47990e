package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyCertificateTests {

    private static final String PASSWORD = "password";

    @Test
    void a_self_signed_certificate_for_another_name_will_do(@TempDir Path directory) throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (CannedServer server = CannedServer.on(secureListener(directory), answer)) {
            // Generous, for here the limit is not the question: the first handshake in a JVM loads hundreds of classes.
            HttpProbe probe = new HttpProbe(server.url("https", "/"), Duration.ofSeconds(30));

            Attempt attempt = probe.attempt();

            assertThat(attempt).isEqualTo(new Attempt.Ready());
        }
    }

    @Test
    void the_default_context_of_the_jvm_stays_as_it_is() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (CannedServer server = CannedServer.silent()) {
            URI url = server.url("https", "/");

            Attempt attempt = new HttpProbe(url, Duration.ofMillis(50)).attempt();

            assertThat(attempt).isEqualTo(new Attempt.NotYet("was not answered within 50 ms"));
            assertThat(SSLContext.getDefault()).isSameAs(before);
        }
    }

    private static ServerSocket secureListener(Path directory) throws Exception {
        Path file = directory.resolve("keys.p12");
        createKeys(file);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(file).getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getAllByName("127.0.0.1")[0]);
    }

    private static KeyManagerFactory keyManagers(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        return factory;
    }

    private static void createKeys(Path file) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-dname",
                "CN=elsewhere.example",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
    }
}
