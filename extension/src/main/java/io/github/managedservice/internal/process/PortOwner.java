package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;

/**
 * Names a process that listens on a port.
 *
 * @param pid the process
 * @param command its command line, as far as we may know it
 * @param age how long it has been running
 */
public record PortOwner(long pid, String command, Duration age) {

    /**
     * Finds who listens on a port of this machine, on whatever address.
     *
     * @param port from 1 to 65535
     * @return the processes; none where the platform does not tell
     */
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

    /**
     * Tells whether it answers in the place of a container, for the container's engine.
     *
     * @return true for the usual engines' proxies
     */
    public boolean answersForContainer() {
        return PortOwners.isContainerProxy(pid);
    }

    static PortOwner describe(ProcessEntry entry, ProcessTable table) {
        return new PortOwner(entry.pid(), ProcessTree.command(entry.pid()), table.age(entry));
    }
}
