package io.github.managedservice.internal.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Excludes every other holder of a lock for the same TCP port on this machine.
 *
 * <p>The lock is a bound UDP socket on an {@linkplain LockAddresses address that stands for the port}. The kernel gives
 * an address to one socket only, in any process, user or class loader of a network namespace, just as it gives ports;
 * and it takes it back when the process ends. Nothing is left on disk. Children do not inherit it: the JDK closes all
 * but the standard streams before it executes a program.
 */
final class LeaseLock {

    private final List<DatagramChannel> sockets = new ArrayList<>();

    private LeaseLock() {}

    /**
     * Empty if the port is locked.
     *
     * <p>There is more than one address, because an unrelated program may have bound the wildcard of a lock's UDP port,
     * and with it all its addresses. Such an address is left out. Two holders still meet: an address that one of them
     * has locked cannot be under a wildcard at the same time, so the other cannot have left it out.
     */
    static Optional<LeaseLock> tryLock(int port, LockAddresses addresses) throws IOException {
        LeaseLock lock = new LeaseLock();
        try {
            for (InetSocketAddress address : addresses.of(port)) {
                if (!lock.bind(address) && !addresses.isBlockedByStranger(address)) {
                    lock.close();
                    return Optional.empty();
                }
            }
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
        if (lock.sockets.isEmpty()) {
            throw new IOException("No port can be leased: test runs exclude each other by the UDP ports " + addresses
                    + ", and other programs have bound both");
        }
        return Optional.of(lock);
    }

    void close() {
        IOException failure = null;
        for (DatagramChannel socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Binds without SO_REUSEADDR, the default of a DatagramChannel: with it, two sockets could share an address. */
    private boolean bind(InetSocketAddress address) throws IOException {
        DatagramChannel socket = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            socket.bind(address);
            sockets.add(socket);
            return true;
        } catch (BindException e) {
            socket.close();
            return false;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
