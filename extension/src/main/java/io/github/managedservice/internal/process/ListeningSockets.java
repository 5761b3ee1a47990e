package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets that accept what is sent to a port of this machine's loopback interface, as Linux tells it in {@code
 * /proc/net/tcp} and in the links of {@code /proc/PID/fd} (proc(5)).
 *
 * @param links how the links of the descriptors read, such as {@code socket:[4711]}
 */
record ListeningSockets(Set<String> links) {

    private static final String LISTENING = "0A";
    private static final String ANY_4 = address(new byte[4]);
    private static final String ANY_6 = address(new byte[16]);

    /** Where the kernel looks, in turn, for who is to have a connection: the address itself, then all addresses. */
    private static final Map<String, List<String>> LOOKED_UP = Map.of(
            "127.0.0.1",
                    List.of(
                            address(127, 0, 0, 1),
                            address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1),
                            ANY_4,
                            ANY_6),
            "[::1]", List.of(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), ANY_6));

    /** Empty where the host is not the loopback interface by its usual names, or the platform does not tell. */
    static ListeningSockets on(String host, int port) {
        return switch (host) {
            case "localhost" -> {
                ListeningSockets sockets = find("127.0.0.1", port);
                yield sockets.links.isEmpty() ? find("[::1]", port) : sockets;
            }
            case "::1" -> find("[::1]", port);
            default -> find(host, port);
        };
    }

    private static ListeningSockets find(String host, int port) {
        List<Entry> entries = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(ListeningSockets::listening)
                .filter(entry -> entry.port() == port)
                .toList();
        return new ListeningSockets(LOOKED_UP.getOrDefault(host, List.of()).stream()
                .map(address -> entries.stream()
                        .filter(entry -> entry.address().equals(address))
                        .map(Entry::link)
                        .collect(Collectors.toSet()))
                .filter(links -> !links.isEmpty())
                .findFirst()
                .orElse(Set.of()));
    }

    /** Whether a process has one of them; false where we may not look. */
    boolean heldBy(long pid) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (links.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException goneOrForbidden) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<Entry> listening(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                    .map(fields -> Entry.of(fields[1], fields[9]));
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    private static String address(int... parts) {
        byte[] bytes = new byte[parts.length];
        for (int index = 0; index < parts.length; index++) {
            bytes[index] = (byte) parts[index];
        }
        return address(bytes);
    }

    /** The kernel prints each four bytes of an address as one number of the machine's own byte order. */
    private static String address(byte[] bytes) {
        ByteBuffer network = ByteBuffer.wrap(bytes);
        ByteBuffer printed = ByteBuffer.allocate(bytes.length);
        while (network.hasRemaining()) {
            int word = network.order(ByteOrder.nativeOrder()).getInt();
            printed.order(ByteOrder.BIG_ENDIAN).putInt(word);
        }
        return HexFormat.of().withUpperCase().formatHex(printed.array());
    }

    private record Entry(String address, int port, String link) {
        static Entry of(String local, String inode) {
            int colon = local.indexOf(':');
            int port = Integer.parseInt(local.substring(colon + 1), 16);
            return new Entry(local.substring(0, colon), port, "socket:[" + inode + "]");
        }
    }
}
