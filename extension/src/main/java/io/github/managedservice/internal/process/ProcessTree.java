package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ListeningSockets;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.process.TreeMembers.Reason;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A service's process and all processes that came from it. */
public final class ProcessTree {

    /** Enough looks at the newest processes on a machine that forks without a pause. */
    private static final int LOOKS = 300;

    private static final int SIGNAL_ROUNDS = 20;

    private final Process process;
    private final Root root;
    private final ProcessTable table;
    private final TreeMembers members;
    private final SignalSender sender;
    private volatile boolean killed;

    public ProcessTree(Process process, Root root, ProcessTable table) {
        this.process = process;
        this.root = root;
        this.table = table;
        this.members = new TreeMembers(root, table);
        this.sender = new SignalSender(table);
    }

    /** Signals the service's own process; does nothing if it has ended. */
    public void ask(String signal) {
        // Remembers the descendants while their parent still shows that they are.
        members.find();
        sender.send(signal, root.entry().stream().toList());
        if (isUnseen() && signal.equals("TERM")) {
            process.destroy();
        }
    }

    /** Called as soon as the service's process has ended; returns a moment after that, in clock ticks since boot. */
    long rootHasEnded() {
        // The clock is one tick slow.
        long now = table.now() + 1;
        members.ownSessionUntil(now);
        return now;
    }

    /** Whether only the JDK knows the process, because the process table does not show it. */
    private boolean isUnseen() {
        return process.isAlive() && root.isUnseen(table);
    }

    /** Signals every member, also those created meanwhile. */
    public void signalAll(String signal) {
        Set<ProcessEntry.Identity> signalled = new HashSet<>();
        for (int round = 0; round < SIGNAL_ROUNDS; round++) {
            List<ProcessEntry> fresh = members.find().keySet().stream()
                    .filter(member -> signalled.add(member.identity()))
                    .toList();
            if (fresh.isEmpty()) {
                return;
            }
            sender.send(signal, fresh);
        }
    }

    /**
     * Hides a program in a session of its own that carries the mark of the service: it is killed with the members, but
     * not listed.
     */
    public void addHelper(long pid) {
        members.addHelper(pid);
    }

    /** Without zombies. */
    public List<TreeProcess> members() {
        return describe(members.findWithoutHelpers());
    }

    public TreeInspection evidence() {
        return new TreeInspection(members.findWithoutHelpers().keySet(), sender);
    }

    /** After SIGKILL was sent, the exit code of a member says nothing about the service. */
    public boolean isKilled() {
        return killed;
    }

    /**
     * Finds the process that answers on a port of the loopback interface instead of the service; empty if a member
     * listens there, or a container engine does so, or the platform does not tell.
     */
    public Optional<PortOwner> strangerOn(String host, int port) {
        ListeningSockets sockets = ListeningSockets.on(host, port);
        if (sockets.links().isEmpty()
                || sockets.heldBy(root.pid())
                || members.find().keySet().stream().anyMatch(member -> sockets.heldBy(member.pid()))) {
            return Optional.empty();
        }
        return PortOwner.of(sockets, table)
                .filter(owner -> !owner.answersForContainer())
                .findFirst();
    }

    /**
     * Sends SIGKILL to every member until none is left, and returns the survivors. An interrupt does not end it; the
     * flag is restored afterwards.
     */
    public List<TreeProcess> kill(Duration limit) {
        killed = true;
        BackOff backOff = new BackOff(limit);
        try {
            while (visit(sender::kill) || isUnseen()) {
                if (isUnseen()) {
                    process.destroyForcibly();
                }
                if (backOff.isOver()) {
                    return survivors();
                }
                backOff.pauseThroughInterrupts();
            }
            return List.of();
        } finally {
            backOff.restoreInterrupt();
        }
    }

    /** False if members are left at the limit, or an interrupt ended the wait; the flag is kept. */
    public boolean awaitEmpty(Duration limit) {
        BackOff backOff = new BackOff(limit);
        try {
            // No look is needed while the service itself runs.
            process.waitFor(backOff.left().toNanos(), TimeUnit.NANOSECONDS);
            while (visit(member -> {}) || isUnseen()) {
                if (backOff.isOver()) {
                    return false;
                }
                backOff.pause();
            }
            return true;
        } catch (InterruptedException e) {
            // Members may be left: a single look would miss those that fork meanwhile, and chains.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<TreeProcess> survivors() {
        List<TreeProcess> members = describe(this.members.find());
        return members.isEmpty() && isUnseen() ? List.of(unseen()) : members;
    }

    public TreeProcess unseen() {
        return new TreeProcess(
                root.pid(),
                "unknown command",
                root.entry().map(table::age).orElse(Duration.ZERO),
                Reason.ROOT.toString());
    }

    /** Visits each member, then those created meanwhile; false if there was none. */
    private boolean visit(Consumer<ProcessEntry> visitor) {
        NewPids newPids = new NewPids(table);
        Set<ProcessEntry> found = members.find().keySet();
        for (ProcessEntry member : found) {
            visitor.accept(member);
        }
        boolean any = !found.isEmpty();
        List<Long> born = newPids.next();
        for (int look = 0; look < LOOKS && !born.isEmpty(); look++) {
            for (long pid : born) {
                Optional<ProcessEntry> marked = members.ifMarked(pid);
                if (marked.isPresent()) {
                    visitor.accept(marked.get());
                    any = true;
                }
            }
            born = newPids.next();
        }
        return any;
    }

    private List<TreeProcess> describe(Map<ProcessEntry, Reason> some) {
        return some.entrySet().stream()
                .flatMap(member -> describe(member).stream())
                .toList();
    }

    private Optional<TreeProcess> describe(Map.Entry<ProcessEntry, Reason> member) {
        long pid = member.getKey().pid();
        return ProcessHandle.of(pid)
                .map(handle -> new TreeProcess(
                        pid,
                        ShownCommand.of(pid),
                        table.age(member.getKey()),
                        member.getValue().toString()));
    }
}
