package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listener whose queue is full: Linux drops what else knocks, so that a connect hangs. */
final class FullListener implements AutoCloseable {

    private static final int FAR_MORE_THAN_FIT = 64;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getAllByName("127.0.0.1")[0]);
    private final List<Socket> queued = new ArrayList<>();

    FullListener() throws IOException {
        while (queued.size() < FAR_MORE_THAN_FIT && enqueueOne()) {}
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listener.close();
    }

    private boolean enqueueOne() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(listener.getLocalSocketAddress(), 100);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
