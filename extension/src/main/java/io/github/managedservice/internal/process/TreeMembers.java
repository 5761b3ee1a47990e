package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessScan;
import io.github.managedservice.internal.os.ProcessTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
public final class TreeMembers {

    private final Root root;
    private final ProcessTable table;
    private final Set<ProcessEntry.Identity> remembered = ConcurrentHashMap.newKeySet();

    /**
     * When the session last belonged to the service, in the unit of start times. A process in it that started earlier
     * belongs to the service: the kernel does not reuse a number while a session has it.
     */
    private final AtomicLong ownSessionUntil = new AtomicLong();

    private final Set<Long> helpers = ConcurrentHashMap.newKeySet();

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

    void addHelper(long pid) {
        helpers.add(pid);
    }

    /** Without the helpers, each of which has a session of its own, and without what these have started. */
    Map<ProcessEntry, Reason> findWithoutHelpers() {
        Set<Long> excluded = new HashSet<>(helpers);
        Map<ProcessEntry, Reason> members = find();
        while (members.keySet().removeIf(entry -> isOf(excluded, entry))) {}
        return members;
    }

    private static boolean isOf(Set<Long> helpers, ProcessEntry entry) {
        if (!helpers.contains(entry.pid()) && !helpers.contains(entry.session()) && !helpers.contains(entry.parent())) {
            return false;
        }
        helpers.add(entry.pid());
        return true;
    }

    /** The process if it lives and carries the mark. */
    Optional<ProcessEntry> ifMarked(long pid) {
        Optional<ProcessEntry> entry = table.entry(pid);
        return entry.isPresent() && entry.get().alive() && table.marks(pid).include(root.mark())
                ? entry
                : Optional.empty();
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
        if (reason.isPresent()) {
            members.put(entry, reason.get());
            remembered.add(entry.identity());
        }
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

    /**
     * The process that a service was started as, and its mark. None of the service's processes started before {@code
     * since}. The entry is how the table showed it after the spawn, empty if it had already ended.
     */
    public record Root(long pid, Moment since, Optional<ProcessEntry> entry, ProcessMark mark) {

        /** Whether the table does not show the process: it never did, or cannot be read now. */
        boolean isUnseen(ProcessTable table) {
            return entry.isEmpty() || (table.entry(pid).isEmpty() && table.exists(pid));
        }

        boolean is(ProcessEntry other) {
            return entry.isPresent() && entry.get().identity().equals(other.identity());
        }
    }

    enum Reason {
        ROOT("is the service itself"),
        DESCENDANT("descends from the service"),
        SESSION("is in the service's session"),
        MARK("has the service's mark"),
        REMEMBERED("was seen to descend from the service");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
