package io.github.managedservice.internal.os;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A TCP socket that listens, from {@code /proc/net/tcp} (proc(5)): the address as the kernel prints it, and the link of
 * its descriptors, such as {@code socket:[4711]}.
 */
public record ListeningSocket(String address, int port, String link) {

    private static final String LISTENING = "0A";
    private static final String TIME_WAIT = "06";
    private static final List<String> TABLES = List.of("/proc/net/tcp", "/proc/net/tcp6");

    /** All sockets of this network namespace; none where the platform does not show them. */
    public static List<ListeningSocket> all() {
        return TABLES.stream().flatMap(table -> parse(read(table))).toList();
    }

    /** Finds IPv6 listeners where this JVM cannot bind an IPv6 address itself; false where there is no such table. */
    public static boolean isOnIpv6(int port) throws IOException {
        Path table = Path.of("/proc/net/tcp6");
        return Files.isReadable(table)
                && parse(Files.readAllLines(table, StandardCharsets.ISO_8859_1))
                        .anyMatch(socket -> socket.port == port);
    }

    /**
     * Whether nothing listens on a port and it cannot be bound, because connections of its last use are in TIME_WAIT. Linux
     * keeps them for 60 s; until then a socket needs SO_REUSEADDR, if the last one had it too (tcp(7), socket(7)).
     */
    public static boolean isBlockedByLastUse(int port) {
        List<String> states = TABLES.stream()
                .flatMap(table -> rows(read(table)))
                .filter(fields -> port(fields[1]) == port)
                .map(fields -> fields[3])
                .toList();
        return states.contains(TIME_WAIT) && !states.contains(LISTENING);
    }

    private static List<String> read(String table) {
        try {
            return Files.readAllLines(Path.of(table), StandardCharsets.ISO_8859_1);
        } catch (IOException notTold) {
            return List.of();
        }
    }

    static Stream<ListeningSocket> parse(List<String> table) {
        return rows(table)
                .filter(fields -> fields[3].equals(LISTENING))
                .map(fields -> new ListeningSocket(
                        fields[1].substring(0, fields[1].indexOf(':')), port(fields[1]), "socket:[" + fields[9] + "]"));
    }

    private static Stream<String[]> rows(List<String> table) {
        return table.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > 9);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    /** The kernel prints each four bytes as one number in the byte order of the machine. */
    static String printed(byte... bytes) {
        return HexFormat.of().withUpperCase().formatHex(swapped(bytes));
    }

    /** Such as {@code 127.0.0.1} or {@code [::1]}. */
    public String host() {
        try {
            InetAddress host = InetAddress.getByAddress(swapped(HexFormat.of().parseHex(address)));
            return host instanceof Inet6Address ? "[" + shortened(host.getHostAddress()) + "]" : host.getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shortens the first run of zeros to "::"; the JDK writes every group. */
    private static String shortened(String ipv6) {
        return ipv6.replaceFirst("(?:^|:)0(?::0)+(?::|$)", "::");
    }

    private static byte[] swapped(byte... bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        ByteBuffer to = ByteBuffer.allocate(bytes.length);
        while (from.hasRemaining()) {
            int word = from.order(ByteOrder.nativeOrder()).getInt();
            to.order(ByteOrder.BIG_ENDIAN).putInt(word);
        }
        return to.array();
    }
}
