package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.SystemPrograms;
import io.github.managedservice.internal.process.ExactEnvironment;
import io.github.managedservice.internal.process.LaunchCommand;
import io.github.managedservice.internal.process.SignalDefaults;
import io.github.managedservice.internal.text.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The orders for the guard's script about one service. {@code left} is when its process had ended, in clock ticks since
 * boot.
 */
record GuardedService(
        ProcessMark mark,
        Optional<StopCommand> stopCommand,
        Optional<ProcessEntry.Identity> process,
        boolean ready,
        OptionalLong left) {

    private static final long TENTHS = 100;

    static GuardedService expected(ProcessMark mark, Optional<StopCommand> stopCommand) {
        return new GuardedService(mark, stopCommand, Optional.empty(), false, OptionalLong.empty());
    }

    GuardedService withProcess(long pid, long ticks) {
        return new GuardedService(mark, stopCommand, Optional.of(new ProcessEntry.Identity(pid, ticks)), ready, left);
    }

    GuardedService whenReady() {
        return new GuardedService(mark, stopCommand, process, true, left);
    }

    GuardedService whenLeft(long ticks) {
        return new GuardedService(mark, stopCommand, process, ready, OptionalLong.of(ticks));
    }

    String all() {
        return expect() + started() + becameReady() + hasLeft();
    }

    String expect() {
        return announced() + (stopCommand.isPresent() ? stop(stopCommand.get()) : "");
    }

    /** Without the stop command, whose environment may hold secrets. */
    String announced() {
        return "expect " + mark.cookie() + '\n';
    }

    String started() {
        return process.isPresent()
                ? "started " + mark.cookie() + ' ' + process.get().pid() + ' '
                        + process.get().start() + '\n'
                : "";
    }

    String becameReady() {
        return ready ? "ready " + mark.cookie() + '\n' : "";
    }

    String hasLeft() {
        return left.isPresent() ? "left " + mark.cookie() + ' ' + left.getAsLong() + '\n' : "";
    }

    String ended() {
        return "ended " + mark.cookie() + '\n';
    }

    private static String quoted(Path directory) {
        String text = directory.toString();
        return NativeText.mayHaveLost(text) ? ShellWord.quote(NativeText.bytes(directory)) : ShellWord.quote(text);
    }

    private String stop(StopCommand stop) {
        List<String> command = new ArrayList<>(SignalDefaults.words());
        SystemPrograms.SETSID.ifPresent(command::add);
        command.addAll(LaunchCommand.executable(stop.command()));
        ExactEnvironment environment = new ExactEnvironment(LaunchCommand.marked(stop.environment(), mark));
        String text = "cd " + quoted(stop.directory()) + " || exit; "
                + environment.become(command, Set.of(GuardProcess.GIVEN_VARIABLE));
        return "stop " + mark.cookie() + ' ' + stop.limit().toMillis() / TENTHS + ' ' + ShellWord.onOneLine(text)
                + '\n';
    }
}
