package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process that was spawned and that nobody has in hand. It waits for a line that will not be written, and ends by
 * itself once the pipe to it is garbage.
 */
record Stray(ProcessMark mark, long since, ProcessTable table) {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long UNKNOWN = -1;

    /**
     * Kills it, if it is there and can be found with what memory is left; what prevents that is added to the failure.
     */
    void kill(Throwable failure) {
        try {
            TreeMembers members = new TreeMembers(new Root(UNKNOWN, since, Optional.empty(), mark), table);
            SignalSender sender = new SignalSender(table);
            BackOff backOff = new BackOff(LIMIT);
            List<ProcessEntry> found = children(members);
            while (!found.isEmpty() && !backOff.isOver()) {
                found.forEach(sender::kill);
                backOff.pause();
                found = children(members);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** A probe has the mark of its service, which may run and fork all the while. */
    private static List<ProcessEntry> children(TreeMembers members) {
        long self = ProcessHandle.current().pid();
        return members.find().keySet().stream()
                .filter(entry -> entry.parent() == self)
                .toList();
    }
}
