package io.github.managedservice.guarantee.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.locks.LockSupport;

/** A service that is a JVM, and takes its time to end. */
public final class HookedService {

    private static final long PAUSE_NANOS = 200_000_000;

    private HookedService() {}

    /**
     * Listens, says what it is told, and goes on until a signal ends it.
     *
     * @param arguments what to say, and the port
     */
    public static void main(String[] arguments) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(PAUSE_NANOS), "hook"));
        int port = Integer.parseInt(arguments[1]);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            System.out.println(arguments[0]);
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }
}
