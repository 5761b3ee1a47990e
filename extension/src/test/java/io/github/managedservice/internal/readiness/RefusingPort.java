package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** A port that is bound, so that nobody else gets it, but does not listen, so that it refuses. */
final class RefusingPort implements AutoCloseable {

    private final SocketChannel bound = SocketChannel.open();

    RefusingPort() throws IOException {
        bound.bind(new InetSocketAddress(InetAddress.getAllByName("127.0.0.1")[0], 0));
    }

    int number() throws IOException {
        return ((InetSocketAddress) bound.getLocalAddress()).getPort();
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
