package io.github.managedservice.internal.port;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Holds a TCP port for one service: no other lease on this machine is for the same port until it is closed.
 *
 * <p>The port itself stays unbound, for the service to bind it.
 */
public final class PortLease implements AutoCloseable {

    /** Keeps each lease reachable until it is closed: a channel that is garbage is closed by its cleaner. */
    private static final ConcurrentMap<Integer, PortLease> HELD = new ConcurrentHashMap<>();

    private static final Decision<CandidatePorts> CANDIDATES = new Decision<>(CandidatePorts::ofThisMachine);

    private final int port;
    private final LeaseLock lock;

    private PortLease(int port, LeaseLock lock) {
        this.port = port;
        this.lock = lock;
        HELD.put(port, this);
    }

    /**
     * Leases a free port.
     *
     * @return a lease for a port that is free on every address, and was not returned a moment ago
     * @throws IOException if no port is left
     */
    public static PortLease lease() throws IOException {
        return lease(CANDIDATES.get());
    }

    static PortLease lease(CandidatePorts candidates) throws IOException {
        for (int tried = 0; tried < candidates.size(); tried++) {
            Optional<PortLease> lease = leaseIfFree(candidates.next());
            if (lease.isPresent()) {
                return lease.get();
            }
        }
        throw new IOException("No port is free: all " + candidates.size() + " candidates"
                + " are taken or leased by test runs on this machine");
    }

    /**
     * Leases a certain port.
     *
     * @param port from 1 to 65535
     * @return a lease for that port
     * @throws IOException if it is taken, or leased already; the message says where or by whom
     */
    public static PortLease claim(int port) throws IOException {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A TCP port is a number from 1 to 65535, not " + port);
        }
        LeaseLock lock =
                LeaseLock.tryLock(port, LockAddresses.ofThisMachine()).orElseThrow(() -> new IOException(leased(port)));
        try {
            PortUse use = PortUse.lenient(port);
            if (!use.isFree()) {
                throw new IOException(
                        "Port " + port + " is taken on " + String.join(" and ", use.takenOn()) + ": " + use.why());
            }
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
        return new PortLease(port, lock);
    }

    /**
     * Gives the port.
     *
     * @return from 1 to 65535, also after this lease was closed
     */
    public int port() {
        return port;
    }

    /** Returns the port; without effect the second time. */
    @Override
    public void close() {
        HELD.remove(port, this);
        lock.close();
    }

    private static Optional<PortLease> leaseIfFree(int port) throws IOException {
        Optional<LeaseLock> lock = LeaseLock.tryLock(port, LockAddresses.ofThisMachine());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        boolean isFree = false;
        try {
            isFree = PortUse.strict(port).isFree();
        } finally {
            if (!isFree) {
                lock.get().close();
            }
        }
        return isFree ? Optional.of(new PortLease(port, lock.get())) : Optional.empty();
    }

    private static String leased(int port) {
        return HELD.containsKey(port)
                ? "Port " + port + " is leased by another service of this test run"
                : "Port " + port + " is leased by another test run on this machine";
    }
}
