package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.Script;
import io.github.managedservice.internal.os.Signals;
import io.github.managedservice.internal.os.Spawning;
import io.github.managedservice.internal.os.SystemPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Identifies each process by its start time, never by its pid alone. */
final class SignalSender {

    static final String SCRIPT = Script.read(SignalSender.class, "signal.sh");

    private final ProcessTable table;

    SignalSender(ProcessTable table) {
        this.table = table;
    }

    void kill(ProcessEntry target) {
        handle(target).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The JDK knows only TERM and KILL; others go through a shell, which costs some milliseconds. */
    void send(String signal, Collection<ProcessEntry> targets) {
        if (Signals.number(signal).isEmpty()) {
            throw new IllegalArgumentException("There is no signal '" + signal + "'.");
        }
        switch (signal) {
            case "TERM" -> targets.forEach(target -> handle(target).ifPresent(ProcessHandle::destroy));
            case "KILL" -> targets.forEach(this::kill);
            default -> sendByShell(signal, targets);
        }
    }

    // A handle compares the start time whenever it signals. It reads that time when it is made, so the table must
    // confirm afterwards that it was made for the right process.
    private Optional<ProcessHandle> handle(ProcessEntry target) {
        return ProcessHandle.of(target.pid()).filter(made -> isStill(target));
    }

    private boolean isStill(ProcessEntry target) {
        return table.entry(target.pid())
                .filter(now -> now.identity().equals(target.identity()))
                .isPresent();
    }

    private void sendByShell(String signal, Collection<ProcessEntry> targets) {
        List<String> words = new ArrayList<>(
                List.of(SystemPrograms.SH.orElse("sh"), "-c", SCRIPT, "managed-service-signal", signal));
        for (ProcessEntry target : targets) {
            if (isStill(target)) {
                OptionalLong ticks = table.ticks(target);
                words.add(Long.toString(target.pid()));
                words.add(ticks.isPresent() ? Long.toString(ticks.getAsLong()) : "-");
            }
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            Spawning.start(builder).waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Signal " + signal + " could not be sent.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
