package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The port needs privileges. */
final class LowPortHint implements Hint {

    private static final Pattern DENIED = Pattern.compile("permission denied|EACCES", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOCKET =
            Pattern.compile("bind|listen|socket|address|\\bport\\b", Pattern.CASE_INSENSITIVE);
    private static final Path FIRST_FREE = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    private static final int USUAL = 1024;

    private final int free;

    LowPortHint() {
        this(firstFree());
    }

    LowPortHint(int free) {
        this.free = free;
    }

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed()
                .all(DENIED)
                .flatMap(found -> Stream.concat(
                                PortNumbers.in(found.line().text()).stream(), own(found, evidence.launched()))
                        .filter(port -> port < free)
                        .map(port -> "port " + port + " is below " + free
                                + ", and those need root or CAP_NET_BIND_SERVICE: " + found.quoted()));
    }

    /** If the line is about a socket, not a file. */
    private static Stream<Integer> own(Printed.Found denied, Launched launched) {
        return SOCKET.matcher(denied.line().text()).find() ? launched.ports().stream() : Stream.empty();
    }

    /**
     * In a single read: the kernel gives the content of such a file to the first read only, and {@code Files} begins
     * with one byte.
     */
    private static int firstFree() {
        try (InputStream in = Files.newInputStream(FIRST_FREE)) {
            byte[] digits = new byte[16];
            int length = in.read(digits);
            return Integer.parseInt(new String(digits, 0, Math.max(0, length), StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            return USUAL;
        }
    }
}
