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

    /** All sockets of this network namespace; none where the platform does not show them. */
    public static List<ListeningSocket> all() {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(ListeningSocket::in)
                .toList();
    }

    /** Finds IPv6 listeners where this JVM cannot bind an IPv6 address itself; false where there is no such table. */
    public static boolean isOnIpv6(int port) throws IOException {
        Path table = Path.of("/proc/net/tcp6");
        return Files.isReadable(table)
                && parse(Files.readAllLines(table, StandardCharsets.ISO_8859_1))
                        .anyMatch(socket -> socket.port == port);
    }

    private static Stream<ListeningSocket> in(String file) {
        try {
            return parse(Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1));
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    static Stream<ListeningSocket> parse(List<String> table) {
        return table.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                .map(fields -> of(fields[1], fields[9]));
    }

    private static ListeningSocket of(String local, String inode) {
        int colon = local.indexOf(':');
        int port = Integer.parseInt(local.substring(colon + 1), 16);
        return new ListeningSocket(local.substring(0, colon), port, "socket:[" + inode + "]");
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
