package io.github.managedservice.internal.port;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Walks the ports that may be leased, in a circle.
 *
 * <p>It begins anywhere, so that builds on one machine try different ports, and a port that was returned comes up again
 * after all the others.
 */
final class CandidatePorts {

    /** A smaller circle would try a returned port again too soon. */
    private static final int ENOUGH = 1000;

    /** The "bad ports" of the Fetch standard (section "Port blocking"): a browser under test would not open them. */
    private static final PortSet BLOCKED_BY_BROWSERS =
            PortSet.parse("2049,3659,4045,4190,5060-5061,6000,6566,6665-6669,6679,6697,10080");

    private final int[] ports;
    private final AtomicInteger position;

    CandidatePorts(int[] ports, int start) {
        this.ports = ports.clone();
        this.position = new AtomicInteger(start);
    }

    static CandidatePorts ofThisMachine() throws IOException {
        return of(PortSet.ofThisKernel(), ThreadLocalRandom.current().nextInt(1 << 16));
    }

    /**
     * Prefers ports above those of well-known servers and below the node ports of Kubernetes (30000 to 32767), which a
     * machine may forward elsewhere although they can be bound.
     *
     * <p>A machine tuned for load may have nearly all ports in its ephemeral range. Then it takes lower ports, and
     * without any choice ephemeral ones: free when leased, but an outgoing connection may take one before the service.
     */
    static CandidatePorts of(PortSet kernelPorts, int start) {
        int[] preferred = usable(10_000, 29_999, kernelPorts);
        if (preferred.length >= ENOUGH) {
            return new CandidatePorts(preferred, start);
        }
        int[] lower = usable(2_000, 9_999, kernelPorts);
        if (lower.length >= ENOUGH) {
            return new CandidatePorts(lower, start);
        }
        return new CandidatePorts(usable(10_000, 29_999, PortSet.parse("")), start);
    }

    int next() {
        return ports[Math.floorMod(position.getAndIncrement(), ports.length)];
    }

    int size() {
        return ports.length;
    }

    private static int[] usable(int lowest, int highest, PortSet kernelPorts) {
        return IntStream.rangeClosed(lowest, highest)
                .filter(port -> !kernelPorts.contains(port) && !BLOCKED_BY_BROWSERS.contains(port))
                .toArray();
    }
}
