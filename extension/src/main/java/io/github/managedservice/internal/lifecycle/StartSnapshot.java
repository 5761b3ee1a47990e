package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.diagnosis.Ending;
import io.github.managedservice.internal.diagnosis.Evidence;
import io.github.managedservice.internal.diagnosis.Launched;
import io.github.managedservice.internal.diagnosis.LivingProcesses;
import io.github.managedservice.internal.diagnosis.LivingProcesses.Elsewhere;
import io.github.managedservice.internal.diagnosis.LivingProcesses.Holder;
import io.github.managedservice.internal.diagnosis.LivingProcesses.Socket;
import io.github.managedservice.internal.diagnosis.PortNumbers;
import io.github.managedservice.internal.diagnosis.Printed;
import io.github.managedservice.internal.diagnosis.SeenLine;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.os.ListeningSocket;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputSource;
import io.github.managedservice.internal.process.PortOwner;
import io.github.managedservice.internal.process.TreeInspection;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.readiness.Expected;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.ServiceExit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How things stood when a service was given up, which cannot be seen once it has ended. */
record StartSnapshot(
        StartFailure failure,
        ServiceRun run,
        List<TreeProcess> members,
        List<Socket> listening,
        List<Elsewhere> outputElsewhere) {

    /** Never throws, because the service is ended after it. */
    static StartSnapshot look(StartFailure failure, ServiceRun run) {
        try {
            return lookClosely(failure, run);
        } catch (RuntimeException e) {
            return new StartSnapshot(failure, run, List.of(), List.of(), List.of());
        }
    }

    private static StartSnapshot lookClosely(StartFailure failure, ServiceRun run) {
        TreeInspection evidence = run.tree().evidence();
        List<TreeProcess> members = run.tree().members();
        return new StartSnapshot(
                failure,
                run,
                members,
                evidence.listeners().stream()
                        .map(listener -> new Socket(listener.pid(), listener.host(), listener.port()))
                        .toList(),
                evidence.outputElsewhere().stream()
                        .map(output -> new Elsewhere(
                                output.pid(),
                                program(output.pid(), members),
                                output.pid() == run.pid(),
                                output.stream(),
                                output.target()))
                        .toList());
    }

    private static String program(long pid, List<TreeProcess> members) {
        return members.stream()
                .filter(member -> member.pid() == pid)
                .map(member -> member.command().split(" ", 2)[0])
                .findFirst()
                .orElse("unknown program");
    }

    /**
     * To be called once nothing more is printed. The earlier lines were printed before this run, the late ones after it
     * was given up.
     */
    Evidence evidence(
            ConditionState last,
            List<OutputLine> lines,
            List<OutputLine> earlier,
            List<OutputLine> late,
            List<String> threads,
            Set<Integer> ports,
            SecretMask mask) {
        Launched launched = new Launched(
                run.launch().command(), run.launch().directory(), run.launch().environment(), ports);
        List<Expected> unmet = last.unmet().toList();
        List<Holder> holders =
                wantedPorts(lines, unmet, ports).flatMap(this::holders).toList();
        return new Evidence(
                launched,
                ending(),
                new Printed(seen(lines, mask), seen(earlier, mask), seen(late, mask)),
                unmet,
                new LivingProcesses(
                        listening, outputElsewhere, holders, lingering(lines, ports), members.size(), threads));
    }

    /** Its own, those it was asked on, and those that it says are taken. */
    private static Stream<Integer> wantedPorts(List<OutputLine> lines, List<Expected> unmet, Set<Integer> ports) {
        Set<Integer> wanted = new TreeSet<>(ports);
        for (Expected expected : unmet) {
            if (expected instanceof Expected.Answer asked) {
                wanted.add(asked.port());
            }
        }
        StartFailure.linesOfPortInUse(lines).forEach(line -> wanted.addAll(PortNumbers.in(line)));
        return wanted.stream();
    }

    /** Its own, and those it names, if it says that one is in use. */
    private static List<Integer> lingering(List<OutputLine> lines, Set<Integer> ports) {
        if (StartFailure.linesOfPortInUse(lines).findAny().isEmpty()) {
            return List.of();
        }
        return wantedPorts(lines, List.of(), ports)
                .filter(ListeningSocket::isBlockedByLastUse)
                .toList();
    }

    private Stream<Holder> holders(int port) {
        return PortOwner.of(port).stream()
                .filter(owner -> members.stream().noneMatch(member -> member.pid() == owner.pid()))
                .map(owner -> new Holder(
                        port,
                        owner.pid(),
                        owner.command(),
                        Durations.text(owner.age()),
                        // A container engine's client may still have been waiting for what answers there in its place.
                        failure.kind() == Kind.TIMEOUT && owner.answersForContainer()));
    }

    private Ending ending() {
        return switch (failure.kind()) {
            case EXIT -> exited(run.onExit().join());
            case TIMEOUT, STRANGER_ON_PORT, FAILURE_LINE -> new Ending.Running();
            case INTERRUPT, DECLARATION -> new Ending.Ended();
        };
    }

    private Ending exited(ServiceExit exit) {
        return exit.expected() ? new Ending.Ended() : new Ending.Exited(run.pid(), exit.exitCode(), exit.duration());
    }

    private static List<SeenLine> seen(List<OutputLine> lines, SecretMask mask) {
        return lines.stream()
                .map(line -> new SeenLine(line.text(), line.source() == OutputSource.STDERR, line.at(), mask::text))
                .toList();
    }
}
