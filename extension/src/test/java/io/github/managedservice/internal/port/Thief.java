package io.github.managedservice.internal.port;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Binds ports at random, as a program does that asks nobody. */
final class Thief implements AutoCloseable {

    private final AtomicInteger taken = new AtomicInteger();
    private final Thread thread = new Thread(this::steal, "thief");
    private volatile boolean over;

    private Thief() {}

    static Thief start() {
        Thief thief = new Thief();
        thief.thread.setDaemon(true);
        thief.thread.start();
        return thief;
    }

    int taken() {
        return taken.get();
    }

    private void steal() {
        while (!over) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 30_000))) {
                taken.addAndGet(socket.isBound() ? 1 : 0);
            } catch (IOException taken) {
                // Somebody was faster.
            }
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
