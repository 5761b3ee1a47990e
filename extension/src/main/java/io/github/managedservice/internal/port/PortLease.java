package io.github.managedservice.internal.port;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Holds a TCP port for one service: no other lease on this machine has the same port until it is closed. The port
 * itself stays unbound, for the service to bind it.
 */
public final class PortLease implements AutoCloseable {

    /** Keeps each lease reachable until it is closed: the cleaner closes a channel that is garbage. */
    private static final ConcurrentMap<Integer, PortLease> HELD = new ConcurrentHashMap<>();

    private static final Decision<CandidatePorts> CANDIDATES = new Decision<>(CandidatePorts::ofThisMachine);

    private final int port;
    private final LeaseLock lock;

    private PortLease(int port, LeaseLock lock) {
        this.port = port;
        this.lock = lock;
        HELD.put(port, this);
    }

    /** Leases a port that is free on every address, and was not returned a moment ago. */
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

    /** Leases this port. If it is taken or leased, the message of the exception says where or by what. */
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

    /** Also known after the lease was closed. */
    public int port() {
        return port;
    }

    /** Has no effect the second time. */
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
