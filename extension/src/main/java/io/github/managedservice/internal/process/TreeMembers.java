package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which processes came from one service.
 *
 * <p>Most are skipped by their start time alone. A recognised process stays recognised: a descendant whose parent has
 * ended, and that carries no mark, would be lost otherwise.
 */
final class TreeMembers {

    private final Root root;
    private final ProcessTable table;
    private final Set<ProcessEntry.Identity> remembered = ConcurrentHashMap.newKeySet();

    /**
     * When the session last belonged to the service, in the unit of start times. A process in it that started earlier
     * belongs to the service: the kernel does not reuse a number while a session has it.
     */
    private final AtomicLong ownSessionUntil = new AtomicLong();

    TreeMembers(Root root, ProcessTable table) {
        this.root = root;
        this.table = table;
    }

    void ownSessionUntil(long time) {
        ownSessionUntil.accumulateAndGet(time, Math::max);
    }

    /** Living processes, parents mostly before their children. */
    Map<ProcessEntry, Reason> find() {
        long now = table.now();
        ProcessScan scan = table.scan();
        Map<Long, ProcessEntry> byPid = new HashMap<>();
        for (ProcessEntry entry : scan.startedSince(root.since())) {
            byPid.put(entry.pid(), entry);
        }
        Map<ProcessEntry, Reason> members = new LinkedHashMap<>();
        List<ProcessEntry> others = new ArrayList<>(byPid.values());
        // A child that is looked at before its parent would be recognised by a weaker reason than descent.
        others.sort(Comparator.comparingLong(ProcessEntry::start).thenComparingLong(ProcessEntry::pid));
        boolean ownSession = showOwnSession(others);
        if (ownSession) {
            ownSessionUntil(now);
        }
        // A member found late may be the parent of one passed over before.
        while (others.removeIf(entry -> recognise(entry, ownSession, scan, byPid, members))) {}
        members.keySet().removeIf(entry -> !entry.alive());
        return members;
    }

    /** The process if it lives and carries the mark. */
    Optional<ProcessEntry> ifMarked(long pid) {
        return table.entry(pid)
                .filter(ProcessEntry::alive)
                .filter(entry -> table.marks(pid).include(root.mark()));
    }

    /** No other session can have this number while its leader exists, or a process that was in it with the leader. */
    private boolean showOwnSession(List<ProcessEntry> entries) {
        for (ProcessEntry entry : entries) {
            if (root.is(entry) || (entry.session() == root.pid() && entry.start() <= ownSessionUntil.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean recognise(
            ProcessEntry entry,
            boolean ownSession,
            ProcessScan scan,
            Map<Long, ProcessEntry> byPid,
            Map<ProcessEntry, Reason> members) {
        Optional<Reason> reason = reason(entry, ownSession, scan, byPid);
        reason.ifPresent(why -> {
            members.put(entry, why);
            remembered.add(entry.identity());
        });
        return reason.isPresent();
    }

    private Optional<Reason> reason(
            ProcessEntry entry, boolean ownSession, ProcessScan scan, Map<Long, ProcessEntry> byPid) {
        if (entry.pid() == ProcessHandle.current().pid()) {
            return Optional.empty();
        }
        if (root.is(entry)) {
            return Optional.of(Reason.ROOT);
        }
        ProcessEntry parent = byPid.get(entry.parent());
        if (parent != null && parent.start() <= entry.start() && remembered.contains(parent.identity())) {
            return Optional.of(Reason.DESCENDANT);
        }
        if (ownSession && entry.session() == root.pid()) {
            return Optional.of(Reason.SESSION);
        }
        if (entry.alive() && scan.carries(entry, root.mark())) {
            return Optional.of(Reason.MARK);
        }
        return remembered.contains(entry.identity()) ? Optional.of(Reason.REMEMBERED) : Optional.empty();
    }
}
