package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells of a port on which nobody listens why it cannot be bound all the same: connections of its last use are in TIME_WAIT.
 *
 * <p>Linux keeps them for 60 s, and then lets only a socket with SO_REUSEADDR bind the port, if that of the last use had set it
 * too (tcp(7), socket(7)).
 */
public final class LastUse {

    private static final String LISTENING = "0A";
    private static final String TIME_WAIT = "06";

    private LastUse() {}

    /**
     * Looks at the connections of this network namespace.
     *
     * @param port from 1 to 65535
     * @return whether there is such a connection, and no listener; false where the platform does not tell
     */
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
