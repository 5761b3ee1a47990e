package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

final class PortOwners {

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

    private final long root;
    private final TreeMembers members;
    private final ProcessTable table;

    PortOwners(long root, TreeMembers members, ProcessTable table) {
        this.root = root;
        this.members = members;
        this.table = table;
    }

    Optional<PortOwner> stranger(String host, int port) {
        ListeningSockets sockets = ListeningSockets.on(host, port);
        if (sockets.links().isEmpty() || sockets.heldBy(root)) {
            return Optional.empty();
        }
        if (members.find().keySet().stream().anyMatch(member -> sockets.heldBy(member.pid()))) {
            return Optional.empty();
        }
        return table.startedSince(0).stream()
                .filter(entry -> sockets.heldBy(entry.pid()))
                .filter(entry -> !isContainerProxy(entry.pid()))
                .findFirst()
                .map(entry -> PortOwner.describe(entry, table));
    }

    static boolean isContainerProxy(long pid) {
        return CONTAINER_PROXIES.contains(programName(pid));
    }

    private static String programName(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
