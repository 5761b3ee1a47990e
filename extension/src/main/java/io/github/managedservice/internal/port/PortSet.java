package io.github.managedservice.internal.port;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/** A set of port numbers. */
final class PortSet {

    /** The dynamic ports of IANA (RFC 6335, section 6), as macOS and Windows have them. */
    private static final String IANA = "49152 65535";

    private static final int LONGEST = 64 * 1024;

    private final BitSet ports = new BitSet();

    private PortSet() {}

    /** Reads {@code 8080,9148-9200}, as Linux writes it. */
    static PortSet parse(String text) {
        PortSet set = new PortSet();
        for (String range : text.strip().split(",", -1)) {
            if (!range.isEmpty()) {
                String[] ends = range.split("-", 2);
                set.ports.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return set;
    }

    /** The ports that the kernel may give away itself, or that an administrator reserved (Linux: ip-sysctl.rst). */
    static PortSet ofThisKernel() throws IOException {
        Path settings = Path.of("/proc/sys/net/ipv4");
        return ofKernel(
                read(settings.resolve("ip_local_port_range"), IANA),
                read(settings.resolve("ip_local_reserved_ports"), ""));
    }

    /** Takes the content of the two files: "32768	60999" and "8080,9148-9200" or nothing. */
    static PortSet ofKernel(String ephemeral, String reserved) {
        return parse(ephemeral.strip().replaceAll("\\s+", "-")).and(parse(reserved));
    }

    boolean contains(int port) {
        return ports.get(port);
    }

    PortSet and(PortSet other) {
        PortSet both = new PortSet();
        both.ports.or(ports);
        both.ports.or(other.ports);
        return both;
    }

    private static String read(Path file, String otherwise) throws IOException {
        if (!Files.isReadable(file)) {
            return otherwise; // not Linux, or /proc is hidden: the usual range is the best guess
        }
        // In one piece: Files.readString begins with a single byte, after which a sysctl file is at its end.
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        }
    }
}
