package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;

/**
 * The program cannot be run.
 *
 * <p>No process, no waiting: these come after some milliseconds.
 */
final class ProgramFailures {

    private ProgramFailures() {}

    /** There is no such program, but one of a similar name. */
    @ManagedService(
            command = "redis-sever --port ${port}",
            env = "PATH=bin:/usr/bin:/bin",
            directory = "target/failures")
    static class MissingProgram extends OneTest {}

    /** It is there, but only PATH is searched. */
    @ManagedService(command = "no-shebang.sh", env = "PATH=/usr/bin:/bin", directory = "target/failures")
    static class NotInPath extends OneTest {}

    /** It is written for a shell. */
    @ManagedService(
            command = "cd bin && ./redis-server --port ${port}",
            env = "PATH=bin",
            directory = "target/failures")
    static class ShellSyntax extends OneTest {}

    /** There is a space in its path. */
    @ManagedService(command = "bin/order server --port ${port}", directory = "target/failures")
    static class SpaceInPath extends OneTest {}

    /** It must not be executed. */
    @ManagedService(command = "./not-executable.sh", directory = "target/failures")
    static class NotExecutable extends OneTest {}

    /** It is a directory. */
    @ManagedService(command = "./bin", directory = "target/failures")
    static class ProgramIsDirectory extends OneTest {}

    /** Its directory does not exist. */
    @ManagedService(command = "target/failures/bim/redis-server")
    static class MissingProgramDirectory extends OneTest {}

    /** The working directory does not exist. */
    @ManagedService(command = "sleep 60", directory = "target/failures/data")
    static class MissingDirectory extends OneTest {}

    /** The working directory is a file. */
    @ManagedService(command = "sleep 60", directory = "target/failures/not-executable.sh")
    static class DirectoryIsFile extends OneTest {}

    /** A script's interpreter does not exist. */
    @ManagedService(command = "./missing-interpreter.py", readyPattern = "ready", directory = "target/failures")
    static class MissingInterpreter extends OneTest {}

    /** A script's interpreter is not in PATH. */
    @ManagedService(
            command = "./node-script.js",
            readyPattern = "ready",
            env = {"PATH=/bin/none", "LC_ALL=C"},
            directory = "target/failures")
    static class InterpreterNotInPath extends OneTest {}

    /** A script was saved with Windows' line ends. */
    @ManagedService(command = "./windows.sh", readyPattern = "ready", directory = "target/failures")
    static class CarriageReturn extends OneTest {}

    /** A program is built for another C library. */
    @ManagedService(command = "./other-loader", readyPattern = "ready", directory = "target/failures")
    static class OtherLoader extends OneTest {}
}
