package io.github.managedservice.internal.process;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running service of one test; closing it leaves nothing. */
public final class StartedService implements AutoCloseable {

    private final ProcessMark mark;
    private final ChildProcess process;
    private @Nullable Lines lines;

    private StartedService(ProcessMark mark, ChildProcess process) {
        this.mark = mark;
        this.process = process;
    }

    /** Runs {@code sh -c script service arguments}. */
    public static StartedService shell(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "service"));
        command.addAll(List.of(arguments));
        return of(command, Map.of("PATH", "/usr/bin:/bin"));
    }

    public static StartedService of(List<String> command, Map<String, String> environment) throws IOException {
        ProcessMark mark = MarkNumbers.newMark();
        Guard.shared().expect(mark, Optional.empty());
        try {
            Launch launch = new Launch(command, Path.of("/tmp"), environment, mark);
            return new StartedService(
                    mark, ChildProcess.spawn("test", launch, Guard.shared()).letGo());
        } catch (IOException e) {
            Guard.shared().ended(mark);
            throw e;
        }
    }

    public ProcessMark mark() {
        return mark;
    }

    public ChildProcess process() {
        return process;
    }

    public ProcessTree tree() {
        return process.tree();
    }

    /** Its standard output, read from the first call on. */
    public Lines lines() {
        Lines reading = lines == null ? new Lines(process.stdout()) : lines;
        lines = reading;
        return reading;
    }

    @Override
    public void close() {
        List<TreeProcess> survivors = tree().kill(Duration.ofSeconds(20));
        Guard.shared().ended(mark);
        if (!survivors.isEmpty()) {
            throw new AssertionError("The test left " + survivors + ".");
        }
    }
}
