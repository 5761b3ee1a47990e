package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes beside a round that must be alive after it. */
final class Strangers implements AutoCloseable {

    /** The next pid is the one after it (proc(5)); root may write it. */
    private static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");

    private static final int ATTEMPTS = 20;

    private final Hand hand;
    private final String token;

    /** Those that are ours to end. */
    private final List<Stranger> started = new ArrayList<>();

    private final List<Stranger> watched = new ArrayList<>();

    private Strangers(Hand hand, String token) {
        this.hand = hand;
        this.token = token;
    }

    /** Starts some that have user, parent, name and arguments in common with the run or its service. */
    static Strangers start(RoundDirectory directory, Hand hand) {
        Strangers strangers = new Strangers(hand, directory.token());
        strangers.start("same arguments as the service", "sleep", directory.token());
        strangers.start(
                "same script as the service",
                "/bin/sh",
                directory.file("habit.sh").toString(),
                "root");
        return strangers;
    }

    /** Adds one that somebody else ends. */
    void watch(Stranger stranger) {
        watched.add(stranger);
    }

    /** Starts one with the pid that a process of the service had; empty where the kernel does not let us, or did not. */
    Optional<Identity> startWithPid(long pid) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.isWritable(LAST_PID); attempt++) {
            Identity identity = fork(pid);
            if (identity.pid() == pid) {
                add(new Stranger("has the pid of the service's process", identity));
                return Optional.of(identity);
            }
            hand.kill(identity);
        }
        return Optional.empty();
    }

    Set<Identity> identities() {
        return all().map(Stranger::identity).collect(Collectors.toSet());
    }

    /** Those that somebody has ended or stopped. */
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

    private void add(Stranger stranger) {
        hand.adopt(stranger.identity());
        started.add(stranger);
    }

    private void start(String description, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GUARANTEE_STRANGER", "yes");
        try {
            add(new Stranger(description, Proc.identity(builder.start().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Identity fork(long pid) {
        String script = "echo $(($1 - 1)) >" + LAST_PID + "; sleep \"$2\" >/dev/null 2>&1 & echo $!";
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", script, "guarantee-stranger", Long.toString(pid), token)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String forked = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Proc.identity(Long.parseLong(forked.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
