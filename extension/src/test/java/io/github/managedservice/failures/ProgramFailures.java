package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;

/**
 * The program cannot be run.
 *
 * <p>None of these failures waits for the timeout.
 */
final class ProgramFailures {

    private ProgramFailures() {}

    /** The program does not exist, but one with a similar name does. */
    @ManagedService(
            command = "redis-sever --port ${port}",
            env = "PATH=bin:/usr/bin:/bin",
            directory = "target/failures")
    static class MissingProgram extends OneTest {}

    /** It is in the working directory, but only PATH is searched. */
    @ManagedService(command = "no-shebang.sh", env = "PATH=/usr/bin:/bin", directory = "target/failures")
    static class NotInPath extends OneTest {}

    /** The command is written for a shell. */
    @ManagedService(
            command = "cd bin && ./redis-server --port ${port}",
            env = "PATH=bin",
            directory = "target/failures")
    static class ShellSyntax extends OneTest {}

    /** Its path contains a space. */
    @ManagedService(command = "bin/order server --port ${port}", directory = "target/failures")
    static class SpaceInPath extends OneTest {}

    /** It is not executable. */
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

    /** A script has Windows line endings. */
    @ManagedService(command = "./windows.sh", readyPattern = "ready", directory = "target/failures")
    static class CarriageReturn extends OneTest {}

    /** A program is built for another C library. */
    @ManagedService(command = "./other-loader", readyPattern = "ready", directory = "target/failures")
    static class OtherLoader extends OneTest {}
}
