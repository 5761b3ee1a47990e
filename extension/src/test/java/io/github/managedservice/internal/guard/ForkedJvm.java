package io.github.managedservice.internal.guard;

import io.github.managedservice.JavaCommand;
import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.os.SystemPrograms;
import io.github.managedservice.internal.process.Habits;
import io.github.managedservice.internal.process.Lines;
import io.github.managedservice.internal.process.ProcessTree;
import io.github.managedservice.internal.process.Token;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs {@link GuardedProgram}; closing it leaves nothing. */
public final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final Lines lines;
    private final ProcessMark mark;
    private final long servicePid;
    private final ProcessTree service;
    private ProcessHandle guard;

    private ForkedJvm(Process process) throws InterruptedException {
        this.process = process;
        this.lines = new Lines(process.getInputStream());
        this.mark = new ProcessMark(number());
        this.guard = ProcessHandle.of(number()).orElseThrow();
        // The same code that the service's own JVM has, but from outside and with nothing to go by but the mark.
        this.servicePid = number();
        Root root = new Root(servicePid, Moment.BEGINNING, Optional.empty(), mark);
        this.service = new ProcessTree(process, root, ProcessTables.ofThisPlatform());
    }

    /** The stop command is a script and its limit. */
    static ForkedJvm start(Habits habit, Token token, String... stop) throws Exception {
        return start(habit.script(), habit.processes(), token, stop);
    }

    static ForkedJvm start(String script, int processes, Token token, String... stop) throws Exception {
        List<String> command = command(script, processes, token);
        command.addAll(List.of(stop));
        return start(command);
    }

    /** One whose service is not ready yet. */
    static ForkedJvm startStarting(String script, Token token, String... stop) throws Exception {
        return startWith("-Dstarting=true", script, 1, token, stop);
    }

    private static ForkedJvm startWith(String option, String script, int processes, Token token, String... stop)
            throws Exception {
        List<String> command = command(script, processes, token);
        command.addAll(List.of(stop));
        command.add(1, option);
        return start(command);
    }

    private static ForkedJvm start(List<String> command) throws IOException, InterruptedException {
        return new ForkedJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    static List<String> command(String script, int processes, Token token) {
        return JavaCommand.of(
                JavaCommand.QUICK, GuardedProgram.class, script, token.longTime(), Integer.toString(processes));
    }

    /** One whose temporary directory is this. */
    static ForkedJvm startIn(Path temporary, Habits habit, Token token, String... stop) throws Exception {
        return startWith("-Djava.io.tmpdir=" + temporary, habit.script(), habit.processes(), token, stop);
    }

    /** One whose stop script is run by this shell. */
    static ForkedJvm startStoppedBy(Path shell, Token token, String... stop) throws Exception {
        return startWith("-Dshell=" + shell, Habits.PLAIN.script(), Habits.PLAIN.processes(), token, stop);
    }

    /** One that leads a process group. */
    static ForkedJvm startInGroup(Habits habit, Token token) throws Exception {
        List<String> command = new ArrayList<>(List.of(SystemPrograms.SETSID.orElseThrow()));
        command.addAll(command(habit.script(), habit.processes(), token));
        return start(command);
    }

    /** One that was started with these signals ignored. */
    public static ForkedJvm startIgnoring(String signals, Token token) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' " + signals + "; exec \"$@\"", "ignoring"));
        command.addAll(command(Habits.PLAIN.script(), Habits.PLAIN.processes(), token));
        return start(command);
    }

    /** One that can be told of a directory. */
    static ForkedJvm start(Path directory, Token token) throws Exception {
        return startWith("-Ddirectory=" + directory, Habits.PLAIN.script(), Habits.PLAIN.processes(), token);
    }

    ProcessMark mark() {
        return mark;
    }

    public long servicePid() {
        return servicePid;
    }

    ProcessHandle guard() {
        return guard;
    }

    /** Has it kill its guard and wait for another. */
    void replaceGuard() throws IOException, InterruptedException {
        order('g');
        guard = ProcessHandle.of(number()).orElseThrow();
    }

    /** Gives an order that has no answer. */
    void order(char order) throws IOException {
        process.getOutputStream().write(order);
        process.getOutputStream().flush();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills it with all that is in the group it leads. */
    void killGroup() throws IOException, InterruptedException {
        signal("KILL", -process.pid());
        process.waitFor();
    }

    int end(char how) throws IOException, InterruptedException {
        process.getOutputStream().write(how);
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The forked JVM did not end within 20 s.");
        }
        return process.exitValue();
    }

    /** Leaves nobody to act: a stopped guard does not see that its JVM is gone. */
    void killWithGuard() throws IOException, InterruptedException {
        signal("STOP", guard.pid());
        kill();
        guard.destroyForcibly();
        awaitGuardsEnd();
    }

    /** Signals a process or, if the number is negative, a group. */
    static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- " + pid)
                .start()
                .waitFor();
    }

    void awaitGuardsEnd() throws InterruptedException {
        Ending.await(guard);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        service.kill(Duration.ofSeconds(20));
    }

    private long number() throws InterruptedException {
        return Long.parseLong(lines.next());
    }
}
