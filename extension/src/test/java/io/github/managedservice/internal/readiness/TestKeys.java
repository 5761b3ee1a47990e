package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The key of a server whose certificate nobody else has signed, for a name that it does not have. */
final class TestKeys {

    private static final String PASSWORD = "password";

    private static final SSLContext CONTEXT = context();

    private TestKeys() {}

    private static SSLContext context() {
        try {
            Path directory = Files.createTempDirectory("keys");
            Path file = directory.resolve("keys.p12");
            try {
                createKeys(file);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keyManagers(file).getKeyManagers(), null, null);
                return context;
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }

    static SSLServerSocket listener() throws IOException {
        return (SSLServerSocket)
                CONTEXT.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getAllByName("127.0.0.1")[0]);
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
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
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
