package io.github.managedservice.internal.os;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sockets that accept connections to a port, by the links of their descriptors, such as {@code socket:[4711]}. */
public record ListeningSockets(Set<String> links) {

    private static final String ANY_4 = ListeningSocket.printed(new byte[4]);
    private static final String ANY_6 = ListeningSocket.printed(new byte[16]);

    /** The addresses that the kernel looks up for a connection, in order: the address itself, then all addresses. */
    private static final Map<String, List<String>> LOOKED_UP = Map.of(
            "127.0.0.1",
                    List.of(
                            address(127, 0, 0, 1),
                            address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1),
                            ANY_4,
                            ANY_6),
            "[::1]", List.of(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), ANY_6));

    /** Empty where the host is not a usual name of the loopback interface, or the platform does not show sockets. */
    public static ListeningSockets on(String host, int port) {
        return switch (host) {
            case "localhost" -> {
                ListeningSockets sockets = find("127.0.0.1", port);
                yield sockets.links.isEmpty() ? find("[::1]", port) : sockets;
            }
            case "::1" -> find("[::1]", port);
            default -> find(host, port);
        };
    }

    public static ListeningSockets onAnyAddress(int port) {
        return new ListeningSockets(ListeningSocket.all().stream()
                .filter(socket -> socket.port() == port)
                .map(ListeningSocket::link)
                .collect(Collectors.toSet()));
    }

    private static ListeningSockets find(String host, int port) {
        List<ListeningSocket> onPort = ListeningSocket.all().stream()
                .filter(socket -> socket.port() == port)
                .toList();
        return new ListeningSockets(LOOKED_UP.getOrDefault(host, List.of()).stream()
                .map(address -> onPort.stream()
                        .filter(socket -> socket.address().equals(address))
                        .map(ListeningSocket::link)
                        .collect(Collectors.toSet()))
                .filter(links -> !links.isEmpty())
                .findFirst()
                .orElse(Set.of()));
    }

    /** False where the descriptors of the process are not readable. */
    public boolean heldBy(long pid) {
        return Descriptors.any(pid, links::contains);
    }

    private static String address(int... parts) {
        byte[] bytes = new byte[parts.length];
        for (int index = 0; index < parts.length; index++) {
            bytes[index] = (byte) parts[index];
        }
        return ListeningSocket.printed(bytes);
    }
}
