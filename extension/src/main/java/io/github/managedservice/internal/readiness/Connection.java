package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Opens a TCP connection that an interrupt closes at once.
 *
 * <p>The socket belongs to a channel, because an interrupt closes a channel in the middle of a connect, a read or a TLS
 * handshake; a plain {@link Socket} would keep a platform thread waiting.
 */
final class Connection {

    /** With more unread bytes than this, to close means to reset. */
    private static final int LONGEST_REST = 64 * 1024;

    private Connection() {}

    /** Tries every address of the host: "localhost" may be 127.0.0.1 for this JVM and ::1 for the service. */
    static Socket open(String host, int port, Deadline deadline) throws IOException {
        return open(List.of(InetAddress.getAllByName(host)), port, deadline);
    }

    static Socket open(List<InetAddress> addresses, int port, Deadline deadline) throws IOException {
        IOException failure = null;
        for (InetAddress address : addresses) {
            try {
                return open(new InetSocketAddress(address, port), deadline);
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        throw failure == null ? new ConnectException("no address") : failure;
    }

    /** An interrupt closes the channel, and so comes up as an error of the connection. */
    static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /**
     * Closes a connection, and leaves none in TIME_WAIT on the port of the service, which its next process could not
     * bind then.
     *
     * <p>The end that closes first keeps the connection in that state (RFC 9293, section 3.6.1). If that was the
     * service, it has sent everything, and a reset removes its connection. Otherwise this end closes first.
     */
    static void leave(Socket socket) throws IOException {
        try (socket) {
            SocketChannel channel = socket.getChannel();
            if (channel != null && channel.isOpen() && hasEnded(channel)) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        }
    }

    private static boolean hasEnded(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        ByteBuffer rest = ByteBuffer.allocate(8 * 1024);
        int length;
        int total = 0;
        do {
            rest.clear();
            length = channel.read(rest);
            total += length;
        } while (length > 0 && total < LONGEST_REST);
        return length == -1;
    }

    private static Socket open(InetSocketAddress address, Deadline deadline) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, deadline.remainingMillis());
            refuseItself(channel);
            return channel.socket();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Treats a connection to itself as a refused one.
     *
     * <p>If the port is in the ephemeral range and has no listener, the system may choose it for this end too, and
     * TCP's simultaneous open then connects the socket to itself (RFC 9293, section 3.5). That would be a false
     * "ready", and would keep the port from the service; the reset leaves no TIME_WAIT behind.
     */
    static void refuseItself(SocketChannel channel) throws IOException {
        if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            throw new ConnectException("connected to itself");
        }
    }
}
