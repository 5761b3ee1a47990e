package io.github.managedservice.integration.build;

import io.github.managedservice.integration.shop.Journal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A project of a user that a tool other than Maven builds, which the Maven Invoker cannot run. Each run has a time limit,
 * and no process that works in the project's folder outlives {@link #close()}.
 */
final class ToolBuild implements AutoCloseable {

    private static final Path PROJECTS = Path.of("src", "it", "build-tools");
    private static final Path COPIES = Path.of("target", "build-tools");

    private final Path folder;
    private final FinishedBuild finished;

    /** Of a folder in which a tool may run. */
    ToolBuild(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        finished = new FinishedBuild(this.folder.toFile());
    }

    /** Copies src/it/build-tools/NAME, and the sources that all tools build, to target/build-tools/NAME. */
    static ToolBuild copy(String name) throws IOException {
        Path folder = COPIES.resolve(name);
        FolderTree.delete(folder);
        FolderTree.copy(PROJECTS.resolve(name), folder);
        FolderTree.copy(PROJECTS.resolve("src"), folder.resolve("src"));
        return new ToolBuild(folder);
    }

    /** Returns the repositories of the main build: the one to which it installs, and the one to which it downloads. */
    static List<String> repositories() {
        return List.of("file:" + property("repository"), "file:" + property("downloads"));
    }

    /** Returns what the profile build-tools says of the tools. */
    static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty("build.tools." + name), () -> "The profile sets build.tools." + name);
    }

    /** Returns the folder in which the tool runs. */
    Path folder() {
        return folder;
    }

    /** Returns the journal in a file of the project. */
    Journal journal(String path) {
        return finished.journal(path);
    }

    /** Returns what the tool has printed in all runs. */
    String output() throws IOException {
        return finished.text("build.log");
    }

    /** Runs a tool and returns its exit code. */
    int run(Duration limit, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("build.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process tool = builder.start();
        try {
            if (!tool.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "%s did not end within %s ms:%n%s".formatted(command.get(0), limit.toMillis(), output()));
            }
            return tool.exitValue();
        } finally {
            tool.destroyForcibly();
        }
    }

    /** Stops the one daemon that the tool has left, so that {@link #requireClean()} finds what else was left. */
    void stopDaemon(String mainClass) {
        List<ProcessHandle> daemons = finished.processes().stream()
                .filter(process -> process.info().commandLine().orElse("").contains(mainClass))
                .toList();
        if (daemons.size() != 1) {
            throw new AssertionError(
                    "There are " + daemons.size() + " processes " + mainClass + " in " + folder + ", not one");
        }
        daemons.get(0).destroy();
        awaitExit(daemons.get(0));
    }

    /** Makes sure that no process of the build is left. */
    void requireClean() throws IOException, InterruptedException {
        finished.requireClean();
    }

    /** Kills every process that works in the project's folder, including daemons and what they have started. */
    @Override
    public void close() {
        List<ProcessHandle> left = finished.processes();
        while (!left.isEmpty()) {
            left.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle process : left) {
                awaitExit(process);
            }
            left = finished.processes();
        }
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError("Process " + process.pid() + " does not end", e);
        }
    }
}
