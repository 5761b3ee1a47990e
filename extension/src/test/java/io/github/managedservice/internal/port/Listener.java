package io.github.managedservice.internal.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A stranger that listens on one address. */
record Listener(ServerSocket socket) implements AutoCloseable {

    static Listener on(String address) throws IOException {
        return on(address, 0);
    }

    static Listener on(String address, int port) throws IOException {
        return new Listener(new ServerSocket(port, 1, InetAddress.getAllByName(address)[0]));
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
