package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ListeningSockets;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A process that listens on a port. Its command is only what the platform shows. */
public record PortOwner(long pid, String command, Duration age) {

    /**
     * Proxies that answer for a container; the client of the engine, which is the service, starts none of them. Names
     * as in {@code /proc/PID/comm}.
     */
    private static final Set<String> CONTAINER_PROXIES = Set.of(
            "docker-proxy",
            "rootlesskit",
            "rootlessport",
            "rootlessport-ch",
            "slirp4netns",
            "pasta",
            "pasta.avx2",
            "conmon",
            "gvproxy");

    /** Finds the processes that listen on a port, on any address; none where the platform does not show them. */
    public static List<PortOwner> of(int port) {
        ListeningSockets sockets = ListeningSockets.onAnyAddress(port);
        return sockets.links().isEmpty()
                ? List.of()
                : of(sockets, ProcessTables.ofThisPlatform()).toList();
    }

    static Stream<PortOwner> of(ListeningSockets sockets, ProcessTable table) {
        return table.startedSince(0).stream()
                .filter(entry -> sockets.heldBy(entry.pid()))
                .map(entry -> new PortOwner(entry.pid(), ShownCommand.of(entry.pid()), table.age(entry)));
    }

    /** Whether it is a proxy of one of the usual container engines. */
    public boolean answersForContainer() {
        try {
            return CONTAINER_PROXIES.contains(
                    Files.readString(Path.of("/proc/" + pid + "/comm")).strip());
        } catch (IOException gone) {
            return false;
        }
    }
}
