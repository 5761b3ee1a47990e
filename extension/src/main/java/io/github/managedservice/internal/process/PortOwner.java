package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;

/** A process that listens on a port. Its command is only what the platform shows. */
public record PortOwner(long pid, String command, Duration age) {

    /** Finds the processes that listen on a port, on any address; none where the platform does not show them. */
    public static List<PortOwner> of(int port) {
        ListeningSockets sockets = ListeningSockets.onAnyAddress(port);
        if (sockets.links().isEmpty()) {
            return List.of();
        }
        ProcessTable table = ProcessTables.ofThisPlatform();
        return table.startedSince(0).stream()
                .filter(entry -> sockets.heldBy(entry.pid()))
                .map(entry -> describe(entry, table))
                .toList();
    }

    /** Whether it is a proxy of one of the usual container engines. */
    public boolean answersForContainer() {
        return PortOwners.isContainerProxy(pid);
    }

    static PortOwner describe(ProcessEntry entry, ProcessTable table) {
        return new PortOwner(entry.pid(), ProcessTree.command(entry.pid()), table.age(entry));
    }
}
