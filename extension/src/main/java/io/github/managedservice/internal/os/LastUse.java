package io.github.managedservice.internal.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds ports that nothing listens on but that cannot be bound: connections of their last use are in TIME_WAIT.
 *
 * <p>Linux keeps such connections for 60 s. Until then only a socket with SO_REUSEADDR can bind the port, if the last
 * one had set it too (tcp(7), socket(7)).
 */
public final class LastUse {

    private static final String LISTENING = "0A";
    private static final String TIME_WAIT = "06";

    private LastUse() {}

    /** False where the platform does not show connections. */
    public static boolean blocks(int port) {
        List<String> states = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(file -> states(file, port))
                .toList();
        return states.contains(TIME_WAIT) && !states.contains(LISTENING);
    }

    private static Stream<String> states(String file, int port) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(fields -> fields.length > 3 && port(fields[1]) == port)
                    .map(fields -> fields[3]);
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}
