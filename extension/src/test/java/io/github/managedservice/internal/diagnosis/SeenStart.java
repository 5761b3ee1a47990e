package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.diagnosis.LivingProcesses.Elsewhere;
import io.github.managedservice.internal.diagnosis.LivingProcesses.Holder;
import io.github.managedservice.internal.diagnosis.LivingProcesses.Socket;
import io.github.managedservice.internal.readiness.Expected;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Evidence of a start that failed, of as much as a test is about. */
final class SeenStart {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Ending ending;
    private final List<SeenLine> lines = new ArrayList<>();
    private final List<SeenLine> earlier = new ArrayList<>();
    private final List<SeenLine> late = new ArrayList<>();
    private final List<Expected> unmet = new ArrayList<>();
    private final List<Socket> listening = new ArrayList<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();
    private List<String> command = List.of("/bin/server");
    private Path directory = Path.of("/");
    private Map<String, String> environment = Map.of();
    private Set<Integer> ports = Set.of();
    private int running;

    private SeenStart(Ending ending) {
        this.ending = ending;
    }

    static SeenStart exited(int code) {
        return new SeenStart(new Ending.Exited(4711, code, Duration.ofSeconds(1)));
    }

    static SeenStart running() {
        return new SeenStart(new Ending.Running());
    }

    static SeenStart neverRan(String program, String... arguments) {
        SeenStart start = new SeenStart(new Ending.NeverRan(program));
        start.command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
        return start;
    }

    SeenStart command(String... words) {
        command = List.of(words);
        return this;
    }

    SeenStart in(Path where) {
        directory = where;
        return this;
    }

    SeenStart env(String name, String value) {
        environment = Map.of(name, value);
        return this;
    }

    SeenStart ports(Integer... leased) {
        ports = Set.of(leased);
        return this;
    }

    SeenStart printed(String... texts) {
        for (String text : texts) {
            lines.add(line(text, false));
        }
        return this;
    }

    SeenStart complained(String text) {
        lines.add(line(text, true));
        return this;
    }

    SeenStart complainedBefore(String text) {
        earlier.add(line(text, true));
        return this;
    }

    SeenStart printedTooLate(String text) {
        late.add(line(text, false));
        return this;
    }

    SeenStart awaiting(Expected expected) {
        unmet.add(expected);
        return this;
    }

    SeenStart awaitingLine(String pattern) {
        return awaiting(new Expected.Line(Pattern.compile(pattern), 1));
    }

    SeenStart listeningOn(int port) {
        return listeningOn("127.0.0.1", port);
    }

    SeenStart listeningOn(String host, int port) {
        listening.add(new Socket(7, host, port));
        return this;
    }

    SeenStart holding(int port, boolean forContainer) {
        holders.add(new Holder(port, 8, "other", "3 s", forContainer));
        return this;
    }

    SeenStart output(Elsewhere output) {
        elsewhere.add(output);
        return this;
    }

    SeenStart left(int processes) {
        running = processes;
        return this;
    }

    private Evidence evidence() {
        return new Evidence(
                new Launched(command, directory, environment, ports),
                ending,
                new Printed(lines, earlier, late),
                unmet,
                new LivingProcesses(listening, elsewhere, holders, List.of(), running, List.of()));
    }

    List<String> hints(Hint hint) {
        return hint.from(evidence()).toList();
    }

    /** All that a report would show. */
    List<String> hints() {
        return Hints.from(evidence());
    }

    private static SeenLine line(String text, boolean error) {
        return new SeenLine(text, error, NOON, mask -> mask);
    }
}
