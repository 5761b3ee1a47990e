package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.Descriptors;
import io.github.managedservice.internal.os.ListeningSocket;
import io.github.managedservice.internal.os.ProcessEntry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Examines living processes of a service for causes why it is not ready. */
public final class TreeInspection {

    private static final List<String> STREAMS = List.of("", "standard output", "standard error");

    private final Set<ProcessEntry> members;
    private final SignalSender sender;

    TreeInspection(Set<ProcessEntry> members, SignalSender sender) {
        this.members = Set.copyOf(members);
        this.sender = sender;
    }

    /** The host has brackets if it is an IPv6 address; {@code 0.0.0.0} and {@code [::]} stand for all addresses. */
    public record Listener(long pid, String host, int port) {}

    /** By ascending port; none where the platform does not show them. */
    public List<Listener> listeners() {
        List<ListeningSocket> sockets = ListeningSocket.all();
        return members.stream()
                .map(ProcessEntry::pid)
                .flatMap(pid -> listeners(pid, sockets))
                .sorted(Comparator.comparingInt(Listener::port).thenComparing(Listener::host))
                .toList();
    }

    private static Stream<Listener> listeners(long pid, List<ListeningSocket> sockets) {
        Set<String> held = Descriptors.of(pid);
        return sockets.stream()
                .filter(socket -> held.contains(socket.link()))
                .map(socket -> new Listener(pid, socket.host(), socket.port()));
    }

    /** Output of a process to a file; {@code stream} is {@code standard output} or {@code standard error}. */
    public record Redirection(long pid, String stream, String target) {}

    /** Output that goes to a file instead of the pipes. */
    public List<Redirection> outputElsewhere() {
        return members.stream()
                .flatMap(
                        member -> IntStream.of(1, 2).boxed().flatMap(descriptor -> elsewhere(member.pid(), descriptor)))
                .toList();
    }

    private static Stream<Redirection> elsewhere(long pid, int descriptor) {
        return Descriptors.target(pid, descriptor)
                .filter(target -> target.startsWith("/"))
                .map(target -> new Redirection(pid, STREAMS.get(descriptor), target))
                .stream();
    }

    /** Asks each JVM for a thread dump on its output; false if there is none. */
    public boolean askForThreads() {
        List<ProcessEntry> machines =
                members.stream().filter(member -> isJava(member.pid())).toList();
        if (machines.isEmpty()) {
            return false;
        }
        sender.send("QUIT", machines);
        return true;
    }

    private static boolean isJava(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .filter(program -> program.endsWith("java"))
                .isPresent();
    }
}
