package io.github.managedservice.internal.port;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address of this machine that a service may listen on, with its text in messages.
 *
 * <p>On Linux the wildcard alone would find every listener: the JDK's is a dual-stack one, and conflicts with each
 * narrower address. BSD systems let a narrower and a wider address be bound together once SO_REUSEADDR is set, so each
 * is tried.
 */
record LocalAddress(String text, InetAddress address) {

    private static final Decision<List<LocalAddress>> ALL = new Decision<>(LocalAddress::existing);

    /** Without ::1 where the machine has none, or java.net.preferIPv4Stack hides it from this JVM. */
    static List<LocalAddress> all() throws IOException {
        return ALL.get();
    }

    boolean isWildcard() {
        return address.isAnyLocalAddress();
    }

    boolean isIpv6() {
        return address instanceof Inet6Address;
    }

    /**
     * Binds a port for a moment. Empty if that was possible, else the message of the system.
     *
     * <p>The socket never listens: a client that connects in that moment is refused, as before.
     */
    Optional<String> obstacle(int port, boolean reuseAddress) throws IOException {
        try (SocketChannel socket = SocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, reuseAddress);
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<LocalAddress> existing() throws IOException {
        List<LocalAddress> existing = new ArrayList<>();
        for (LocalAddress address : List.of(
                literal("127.0.0.1", "127.0.0.1"), literal("::1", "::1"), literal("another address", "0.0.0.0"))) {
            if (address.exists()) {
                existing.add(address);
            }
        }
        return List.copyOf(existing);
    }

    private boolean exists() throws IOException {
        try {
            return obstacle(0, false).isEmpty();
        } catch (UnsupportedAddressTypeException e) {
            return false;
        }
    }

    private static LocalAddress literal(String text, String literal) {
        try {
            return new LocalAddress(text, InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            throw new AssertionError("A literal address needs no name service", e);
        }
    }
}
