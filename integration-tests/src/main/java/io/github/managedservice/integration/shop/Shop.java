package io.github.managedservice.integration.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * The service of the builds tested from outside. It accepts connections until it is ended, and keeps a journal:
 * {@code Shop PORT NAME JOURNAL [COMPANY]}. It says "open" when so many shops of its name have been opened, itself
 * included: those who need company run at the same time, or do not become ready.
 */
public final class Shop {

    private Shop() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments port, name, journal, company
     * @throws Exception if it cannot go on
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        String name = arguments[1];
        Journal journal = new Journal(Path.of(arguments[2]));
        int company = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;

        // Before the port is taken: whether it was given to two does not depend on who gets it.
        journal.opens(name, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(journal, name, port), "closing-time"));
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (journal.openings(name) < company) {
                Thread.sleep(10);
            }
            System.out.println("open");
            while (true) {
                server.accept().close();
            }
        }
    }

    private static void close(Journal journal, String name, int port) {
        try {
            journal.closes(name, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
