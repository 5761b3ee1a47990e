package io.github.managedservice.internal.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Finds IPv6 listeners in Linux's table of sockets, for a JVM that cannot bind an IPv6 address itself.
 *
 * <p>Each line has the local address and port as {@code ADDRESS:PORT}, in hexadecimal, as its second word and the state
 * as its fourth; 0A is LISTEN (proc_net_tcp.txt of the kernel documentation). Other systems have no such table: there a
 * JVM without IPv6 does not see these listeners.
 */
record Ipv6Table(List<String> lines) {

    private static final Path FILE = Path.of("/proc/net/tcp6");

    Ipv6Table {
        lines = List.copyOf(lines);
    }

    static Ipv6Table read() throws IOException {
        return new Ipv6Table(Files.isReadable(FILE) ? Files.readAllLines(FILE) : List.of());
    }

    boolean hasListener(int port) {
        String localPort = String.format(Locale.ROOT, ":%04X", port);
        return lines.stream()
                .map(line -> line.strip().split("\\s+", 5))
                .anyMatch(words -> words.length > 3 && words[1].endsWith(localPort) && words[3].equals("0A"));
    }
}
