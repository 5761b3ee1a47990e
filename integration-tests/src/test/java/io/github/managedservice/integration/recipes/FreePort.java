package io.github.managedservice.integration.recipes;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells whether somebody listens on a port of the loopback interface. */
final class FreePort {

    private FreePort() {}

    static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections in TIME_WAIT are nobody's.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
