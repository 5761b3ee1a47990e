package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Signals and ends a service's process and everything that came of it. */
public final class ProcessTree {

    /** Where a machine forks without a pause, this many looks at the newest processes are enough. */
    private static final int LOOKS = 300;

    private static final int SIGNAL_ROUNDS = 20;

    /** How many characters of a command line. */
    private static final int SHOWN = 500;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Process process;
    private final Root root;
    private final ProcessTable table;
    private final TreeMembers members;
    private final PortOwners portOwners;
    private final SignalSender sender;
    private final HelperProcesses helpers = new HelperProcesses();
    private volatile boolean killed;

    ProcessTree(Process process, Root root, ProcessTable table) {
        this.process = process;
        this.root = root;
        this.table = table;
        this.members = new TreeMembers(root, table);
        this.portOwners = new PortOwners(root.pid(), members, table);
        this.sender = new SignalSender(table);
    }

    /**
     * Sends a signal to the service's own process alone; does nothing if that has ended.
     *
     * @param signal its name without "SIG"
     * @throws java.io.UncheckedIOException if the signal could not be sent
     */
    public void ask(String signal) {
        // Remembers the descendants while their parent is there to show that they are.
        members.find();
        sender.send(signal, root.entry().stream().toList());
        if (isUnseen() && signal.equals("TERM")) {
            process.destroy();
        }
    }

    /** To be called as soon as the service's process has ended; hands on a moment after that, in clock ticks since boot. */
    void rootHasEnded(LongConsumer registration) {
        // The clock is one tick slow.
        long now = table.now() + 1;
        members.ownSessionUntil(now);
        registration.accept(now);
    }

    /** Where no process table shows it, the JDK still knows its own child. */
    private boolean isUnseen() {
        return process.isAlive() && root.isUnseen(table);
    }

    /**
     * Sends a signal to every member, those too that are made meanwhile.
     *
     * @param signal its name without "SIG"
     * @throws java.io.UncheckedIOException if the signal could not be sent
     */
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
     * Takes note of a program that carries the mark of the service, but is not to be shown as one of its processes.
     *
     * @param pid of the program, in a session of its own
     */
    public void addHelper(long pid) {
        helpers.add(pid);
    }

    /**
     * Lists the living processes that the service has made, zombies excluded.
     *
     * @return what was found in one scan
     */
    public List<TreeProcess> members() {
        return describe(helpers.without(members.find()));
    }

    /**
     * Looks at the same processes for what can explain that the service is not ready.
     *
     * @return what can be asked while they live
     */
    public TreeEvidence evidence() {
        return new TreeEvidence(helpers.without(members.find()).keySet(), sender);
    }

    /**
     * Tells whether SIGKILL was sent to the members, so that how one of them ended says nothing of itself.
     *
     * @return true from the first signal on
     */
    public boolean isKilled() {
        return killed;
    }

    /**
     * Finds who answers on a port of the loopback interface instead of the service.
     *
     * @param host as it is connected to; only the usual names of the loopback interface are looked up
     * @param port what is connected to
     * @return empty if a member listens there, a container engine does so for one, or the platform does not tell
     */
    public Optional<PortOwner> strangerOn(String host, int port) {
        return portOwners.stranger(host, port);
    }

    /**
     * Sends SIGKILL to every member, again and again until nothing is left. An interrupt does not end it, but is kept.
     *
     * @param limit when to give up
     * @return what survived
     */
    public List<TreeProcess> kill(Duration limit) {
        killed = true;
        BackOff backOff = new BackOff(limit);
        boolean interrupted = false;
        try {
            while (visit(sender::kill) || isUnseen()) {
                if (isUnseen()) {
                    process.destroyForcibly();
                }
                if (backOff.isOver()) {
                    return survivors();
                }
                try {
                    backOff.pause();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return List.of();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Waits until no member is left. An interrupt ends the wait and is kept.
     *
     * @param limit when to give up
     * @return whether nothing is left, as far as was waited for it
     */
    public boolean awaitEmpty(Duration limit) {
        BackOff backOff = new BackOff(limit);
        try {
            // As long as the service itself runs, there is nothing to look for.
            process.waitFor(backOff.left().toNanos(), TimeUnit.NANOSECONDS);
            while (visit(member -> {}) || isUnseen()) {
                if (backOff.isOver()) {
                    return false;
                }
                backOff.pause();
            }
            return true;
        } catch (InterruptedException e) {
            // Whoever is not waited for may be there: to look once finds neither what forks meanwhile nor a chain.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<TreeProcess> survivors() {
        List<TreeProcess> members = describe(this.members.find());
        return members.isEmpty() && isUnseen() ? List.of(unseen()) : members;
    }

    /**
     * Describes the service's own process where the process table tells nothing of it.
     *
     * @return what is known
     */
    public TreeProcess unseen() {
        return new TreeProcess(
                root.pid(),
                "unknown command",
                root.entry().map(table::age).orElse(Duration.ZERO),
                Reason.ROOT.toString());
    }

    /** Shows each member, then those created while it looked; false if there was none. */
    private boolean visit(Consumer<ProcessEntry> visitor) {
        Births births = new Births(table);
        Set<ProcessEntry> found = members.find().keySet();
        found.forEach(visitor);
        boolean any = !found.isEmpty();
        List<Long> born = births.next();
        for (int look = 0; look < LOOKS && !born.isEmpty(); look++) {
            List<ProcessEntry> marked =
                    born.stream().flatMap(pid -> members.ifMarked(pid).stream()).toList();
            marked.forEach(visitor);
            any |= !marked.isEmpty();
            born = births.next();
        }
        return any;
    }

    /** In one line that a message can show: a script may be an argument, ours too that makes a process the service. */
    static String command(long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command).map(line -> line + RunAs.of(pid, info.command())))
                // That of another user's process is what the kernel says, with a blank at its end.
                .map(command -> SPACE.matcher(command.strip()).replaceAll(" "))
                .map(command -> command.length() > SHOWN ? command.substring(0, SHOWN) + "…" : command)
                .orElse("unknown command");
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
                        command(pid),
                        table.age(member.getKey()),
                        member.getValue().toString()));
    }
}
