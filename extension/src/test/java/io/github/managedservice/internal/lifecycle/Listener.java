package io.github.managedservice.internal.lifecycle;

import java.net.InetAddress;
import java.net.ServerSocket;

/** A program that accepts connections on the port it is given, until it is ended. */
final class Listener {

    private Listener() {}

    @SuppressWarnings("InfiniteLoop")
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                socket.accept().close();
            }
        }
    }
}
