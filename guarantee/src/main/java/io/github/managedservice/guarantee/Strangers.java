package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.run.PortStranger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes and a file beside a round that must be as they were after it. */
final class Strangers implements AutoCloseable {

    /** The next pid is the one after it (proc(5)); root may write it. */
    static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");

    private static final boolean MAY_CHOOSE_PID = Need.CHOSEN_PID.missing().isEmpty();
    private static final int ATTEMPTS = 20;

    /** Loopback as well, and nobody's service is there. */
    private static final String OTHER_ADDRESS = "127.0.0.2";

    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(1);

    private final RoundDirectory directory;
    private final Surroundings surroundings;
    private final Hand hand;

    /** Those that are ours to end. */
    private final List<StrangerProcess> started = new ArrayList<>();

    /** Those among them that have a port. */
    private final List<Identity> onPort = new ArrayList<>();

    private final List<Stranger> watched = new ArrayList<>();

    private Strangers(RoundDirectory directory, Surroundings surroundings, Hand hand) {
        this.directory = directory;
        this.surroundings = surroundings;
        this.hand = hand;
    }

    /** Starts some that have user, parent, name and arguments in common with the run or its service. */
    static Strangers start(RoundDirectory directory, Surroundings surroundings, Hand hand) {
        Strangers strangers = new Strangers(directory, surroundings, hand);
        strangers.start("same arguments as the service", "sleep", directory.token());
        strangers.start(
                "same script as the service",
                "/bin/sh",
                directory.file("habit.sh").toString(),
                "root");
        strangers.watch(StrangerFile.write(
                "what a service may mount", directory.file("precious").resolve("letter"), directory.token()));
        return strangers;
    }

    /** Adds one that somebody else ends. */
    void watch(Stranger stranger) {
        watched.add(stranger);
    }

    /** Starts one with the pid that a process of the service had; empty where the kernel does not let us, or did not. */
    Optional<Identity> startWithPid(long pid) {
        for (int attempt = 0; attempt < ATTEMPTS && MAY_CHOOSE_PID; attempt++) {
            Optional<Identity> forked = fork(pid);
            if (forked.isPresent()) {
                add(new StrangerProcess("has the pid of the service's process", forked.get()));
                return forked;
            }
        }
        return Optional.empty();
    }

    /** Starts one that listens on the service's very port, at another address. */
    Identity startOnPort(int port) {
        List<String> command = new JavaProgram(PortStranger.class.getName())
                .on(surroundings.classPath(directory))
                .command(OTHER_ADDRESS, Integer.toString(port));
        try {
            Process process = new ProcessBuilder(surroundings.byUser(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Identity identity = Proc.identity(process.pid());
            onPort.add(identity);
            add(new StrangerProcess("has the port of the service", identity));
            if (process.inputReader().readLine() == null) {
                throw new IllegalStateException("Port " + port + " at " + OTHER_ADDRESS + " could not be had.");
            }
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends those that have a port, once they need not be looked at any more: a port of theirs cannot be bound everywhere. */
    void leavePorts() {
        hand.kill(onPort);
        Moment begin = Moment.now();
        while (onPort.stream().anyMatch(Proc::lives)) {
            if (begin.isOlderThan(END_LIMIT)) {
                throw new IllegalStateException("The harness could not end " + onPort + ".");
            }
            Pause.of(TICK);
        }
    }

    Set<Identity> identities() {
        return all().filter(StrangerProcess.class::isInstance)
                .map(StrangerProcess.class::cast)
                .map(StrangerProcess::identity)
                .collect(Collectors.toSet());
    }

    /** Those that were ended, stopped or deleted. */
    List<Stranger> touched() {
        return all().filter(stranger -> !stranger.isUntouched()).toList();
    }

    @Override
    public void close() {
        started.forEach(stranger -> hand.kill(stranger.identity()));
    }

    private Stream<Stranger> all() {
        return Stream.concat(started.stream(), watched.stream());
    }

    private void add(StrangerProcess stranger) {
        hand.adopt(stranger.identity());
        started.add(stranger);
    }

    private void start(String description, String... command) {
        ProcessBuilder builder = new ProcessBuilder(surroundings.byUser(List.of(command)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GUARANTEE_STRANGER", "yes");
        try {
            add(new StrangerProcess(description, Proc.identity(builder.start().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Empty where another process has the pid, which was killed then. The answer comes in a file. The JDK finds processes by
     * their pids, takes one that was given again at once for the one before, and its output for over.
     */
    private Optional<Identity> fork(long pid) {
        Path answer = directory.file("forked");
        String script = "echo $(($1 - 1)) >" + LAST_PID + """
                ; sleep "$2" >/dev/null 2>&1 &
                if [ $! = "$1" ]; then echo yes >"$3"; else kill -s KILL $!; echo no >"$3"; fi
                """;
        try {
            Files.deleteIfExists(answer);
            new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            script,
                            "guarantee-stranger",
                            Long.toString(pid),
                            directory.token(),
                            answer.toString())
                    .inheritIO()
                    .start();
            Moment begin = Moment.now();
            while (!Files.exists(answer) || Files.size(answer) == 0) {
                if (begin.isOlderThan(END_LIMIT)) {
                    throw new IllegalStateException("Nobody says whether pid " + pid + " could be had.");
                }
                Pause.of(TICK);
            }
            return Files.readString(answer).equals("yes\n") ? Optional.of(Proc.identity(pid)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
