package io.github.managedservice.internal.readiness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback, reads a request, sends what it was given, and notes how the client took its leave. */
final class CannedServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String answer;
    private final CompletableFuture<String> request = new CompletableFuture<>();
    private final CompletableFuture<String> farewell = new CompletableFuture<>();
    private final AtomicInteger connections = new AtomicInteger();

    private final boolean keepsOpen;

    private CannedServer(ServerSocket listener, String answer, boolean keepsOpen) {
        this.listener = listener;
        this.answer = answer;
        this.keepsOpen = keepsOpen;
        Thread thread = new Thread(this::serve, "canned-server");
        thread.setDaemon(true);
        thread.start();
    }

    static CannedServer answering(String answer) throws IOException {
        return on(listener(), answer);
    }

    static CannedServer on(ServerSocket listener, String answer) {
        return new CannedServer(listener, answer, false);
    }

    /** Does not close its end first. */
    static CannedServer answeringAndKeepingOpen(String answer) throws IOException {
        return new CannedServer(listener(), answer, true);
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getAllByName("127.0.0.1")[0]);
    }

    /** Accepts and reads, but has nothing to say. */
    static CannedServer silent() throws IOException {
        return answering("");
    }

    URI url(String scheme, String rest) {
        return URI.create(scheme + "://" + "127.0.0.1:" + port() + rest);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Completes with the head of the first request. */
    CompletableFuture<String> request() {
        return request;
    }

    /** Completes with "end" when the client closed, or "reset" when it broke off. */
    CompletableFuture<String> farewell() {
        return farewell;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                connections.incrementAndGet();
                serve(client);
            } catch (IOException e) {
                farewell.complete("reset");
            }
        }
    }

    private void serve(Socket client) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        request.complete(head.toString());
        if (answer.isEmpty()) {
            // A TLS record may contain what looks like the end of a request.
            reader.transferTo(Writer.nullWriter());
        } else {
            answer(client);
        }
        farewell.complete(reader.read() == -1 ? "end" : "more");
    }

    private void answer(Socket client) throws IOException {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (!keepsOpen) {
            client.shutdownOutput();
        }
    }
}
