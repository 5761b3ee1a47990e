package io.github.managedservice.internal.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Maps a TCP port to the UDP addresses that stand for it.
 *
 * <p>Where all of 127.0.0.0/8 is this machine (Linux, Windows), the port is part of the address, and the UDP port is a
 * fixed one: no service binds there, so no service is disturbed. Elsewhere (macOS) only 127.0.0.1 can be bound, and the
 * port is part of the UDP port: half the number space away, where no {@linkplain CandidatePorts candidate} is.
 */
record LockAddresses(List<Integer> udpPorts, boolean wholeNetwork) {

    /**
     * All versions have to use these two: unassigned numbers, above the candidates and below Linux's ephemeral range.
     */
    private static final List<Integer> UDP_PORTS = List.of(31771, 31773);

    private static final Decision<LockAddresses> OF_THIS_MACHINE =
            new Decision<>(() -> new LockAddresses(UDP_PORTS, canBind(unlocked(), 0)));

    private static final int LOWEST_UNPRIVILEGED = 1024;
    private static final int UNPRIVILEGED = 65536 - LOWEST_UNPRIVILEGED;

    LockAddresses {
        udpPorts = List.copyOf(udpPorts);
    }

    /** The same in every JVM on this machine, or two of them would lease one port. */
    static LockAddresses ofThisMachine() throws IOException {
        return OF_THIS_MACHINE.get();
    }

    List<InetSocketAddress> of(int port) {
        if (wholeNetwork) {
            // Seven bits in the last byte, because the JDK refuses to bind any 127.x.y.255 (its NET_Bind on Unix).
            InetAddress address = loopback(76 + (port >> 15), (port >> 7) & 0xff, port & 0x7f);
            return udpPorts.stream()
                    .map(udpPort -> new InetSocketAddress(address, udpPort))
                    .toList();
        }
        int farAway = Math.floorMod(port - LOWEST_UNPRIVILEGED + UNPRIVILEGED / 2, UNPRIVILEGED);
        return List.of(new InetSocketAddress(loopback(0, 0, 1), LOWEST_UNPRIVILEGED + farAway));
    }

    /**
     * Whether a wildcard blocks this address, not a holder's lock: only a wildcard also covers an address that is never
     * locked.
     */
    boolean isBlockedByStranger(InetSocketAddress lock) throws IOException {
        return wholeNetwork && !canBind(unlocked(), lock.getPort());
    }

    @Override
    public String toString() {
        return udpPorts.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** Random, so that two runs that look at the same time do not block each other. */
    private static InetAddress unlocked() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return loopback(78, random.nextInt(256), random.nextInt(128));
    }

    private static boolean canBind(InetAddress address, int udpPort) throws IOException {
        try (DatagramChannel socket = DatagramChannel.open(StandardProtocolFamily.INET)) {
            socket.bind(new InetSocketAddress(address, udpPort));
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static InetAddress loopback(int second, int third, int fourth) {
        try {
            return InetAddress.getByAddress(new byte[] {127, (byte) second, (byte) third, (byte) fourth});
        } catch (UnknownHostException e) {
            throw new AssertionError("Four bytes are an IPv4 address", e);
        }
    }
}
