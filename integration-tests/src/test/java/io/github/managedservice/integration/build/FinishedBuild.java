package io.github.managedservice.integration.build;

import io.github.managedservice.integration.shop.Journal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a build tested from outside has left in its folder; used by {@code postbuild.groovy} of each. */
public final class FinishedBuild {

    private final Path folder;
    private final Duration grace;

    /**
     * Of a build whose Maven has ended.
     *
     * @param folder the project's
     * @throws IOException if there is none
     */
    public FinishedBuild(File folder) throws IOException {
        this(folder.toPath(), Duration.ofSeconds(5));
    }

    /** With the time that a process which was told to end may take to go. */
    FinishedBuild(Path folder, Duration grace) throws IOException {
        this.folder = folder.toRealPath();
        this.grace = grace;
    }

    /**
     * A journal of shops.
     *
     * @param path of its file, from the project's folder
     * @return the journal, empty if no shop was opened
     */
    public Journal journal(String path) {
        return new Journal(folder.resolve(path));
    }

    /**
     * A file of the build.
     *
     * @param path from the project's folder
     * @return its text
     * @throws IOException if it cannot be read
     */
    public String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    /**
     * Makes sure that no process of the build is left, and that nobody wrote into the channel between Surefire and the JVM
     * of the tests.
     *
     * @throws AssertionError if it is not so
     * @throws IOException if the build's log cannot be read
     * @throws InterruptedException if this thread is interrupted
     */
    public void requireClean() throws IOException, InterruptedException {
        List<ProcessHandle> survivors = survivors();
        if (!survivors.isEmpty()) {
            throw new AssertionError("Processes of " + folder + " are left: "
                    + survivors.stream()
                            .map(process -> process.pid() + " "
                                    + process.info().commandLine().orElse("(command unknown)"))
                            .toList());
        }
        if (text("build.log").contains("Corrupted channel")) {
            throw new AssertionError("Something wrote into Surefire's channel: see build.log in " + folder);
        }
    }

    private List<ProcessHandle> survivors() throws InterruptedException {
        List<ProcessHandle> candidates = processes();
        for (ProcessHandle process : candidates) {
            try {
                process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // It has stayed, and is found again.
            }
        }
        return candidates.stream().filter(this::worksHere).toList();
    }

    /** Returns the build's processes, which are those that work in its folder. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .startsWith(folder);
        } catch (IOException e) {
            // It has gone, or is somebody else's.
            return false;
        }
    }
}
