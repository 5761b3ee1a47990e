package io.github.managedservice.internal.port;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads which ports the kernel may give away itself, or an administrator keeps from that.
 *
 * <p>Both settings are described in ip-sysctl.rst of the kernel documentation.
 */
final class KernelPorts {

    /** The dynamic ports of IANA (RFC 6335, section 6), as macOS and Windows have them. */
    private static final String IANA = "49152 65535";

    private static final int LONGEST = 64 * 1024;

    private KernelPorts() {}

    static PortSet ofThisMachine() throws IOException {
        Path settings = Path.of("/proc/sys/net/ipv4");
        return of(
                read(settings.resolve("ip_local_port_range"), IANA),
                read(settings.resolve("ip_local_reserved_ports"), ""));
    }

    /** Takes the content of the two files: "32768	60999" and "8080,9148-9200" or nothing. */
    static PortSet of(String ephemeral, String reserved) {
        return PortSet.parse(ephemeral.strip().replaceAll("\\s+", "-")).and(PortSet.parse(reserved));
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
