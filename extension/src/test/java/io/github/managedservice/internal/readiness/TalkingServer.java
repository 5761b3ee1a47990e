package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Listens on loopback and talks with each client as it is told; closes what it has accepted in the end. */
final class TalkingServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    static final String BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket listener;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    private TalkingServer(ServerSocket listener, Executor executor, Talk talk) {
        this.listener = listener;
        start(() -> serve(executor, talk));
    }

    /** All clients at the same time. */
    static TalkingServer ofAll(Talk talk) throws IOException {
        return new TalkingServer(listener(), TalkingServer::start, talk);
    }

    /** One client after the other. */
    static TalkingServer ofOneByOne(Talk talk) throws IOException {
        return new TalkingServer(listener(), Runnable::run, talk);
    }

    static TalkingServer on(ServerSocket listener, Talk talk) {
        return new TalkingServer(listener, TalkingServer::start, talk);
    }

    URI url(String scheme) {
        return url(scheme, "127.0.0.1");
    }

    URI url(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + port() + "/");
    }

    int port() {
        return listener.getLocalPort();
    }

    static void answer(Socket client, String answer) throws IOException {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        client.close();
    }

    /** Reads until the client has closed its end. */
    static void awaitEnd(Socket client) throws IOException {
        while (client.getInputStream().read() != -1) {}
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getAllByName("127.0.0.1")[0]);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "talking-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Executor executor, Talk talk) {
        for (int number = 1; !listener.isClosed(); number++) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                int its = number;
                executor.execute(() -> talk(talk, its, client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void talk(Talk talk, int number, Socket client) {
        try {
            talk.with(number, client);
        } catch (IOException e) {
            // The client has gone, and with it what it was to be told.
        }
    }

    /** What is said to one client. */
    @FunctionalInterface
    interface Talk {

        /**
         * Says it.
         *
         * @param number of the client, from 1
         * @param client the connection, closed by the test's end at the latest
         */
        void with(int number, Socket client) throws IOException;
    }
}
