package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;

/**
 * It exits before it is ready.
 *
 * <p>The start fails as soon as the process ends. It does not wait for the timeout.
 */
final class ExitFailures {

    private ExitFailures() {}

    /** It prints the reason. Values that look like secrets are masked. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo reading shop.conf; sleep 0.3; echo 'line 3: no such key: prot' >&2; exit 78"},
            readyPattern = "Started",
            env = {"SHOP_MODE=test", "SHOP_PASSWORD=correct horse"})
    static class SaysWhy extends OneTest {}

    /** It prints the reason, and much more after it. */
    @ManagedService(
            name = "proxy",
            command = {"sh", "-c", "cat proxy.txt; exit 1"},
            readyPattern = "Accepting HTTP",
            directory = "target/failures")
    static class SaysMuch extends OneTest {}

    /** It refuses to run as root. */
    @ManagedService(
            name = "postgres",
            command = {"sh", "-c", "echo '\"root\" execution of the PostgreSQL server is not permitted.' >&2; exit 1"},
            readyPattern = "ready to accept")
    static class RefusesRoot extends OneTest {}

    /** It exits with 0 because it went to the background. */
    @ManagedService(
            name = "daemon",
            command = {"sh", "-c", "sleep 60 & echo forked to the background"},
            readyPattern = "Started")
    static class EndsWell extends OneTest {}

    /** It exits with 0, but prints errors and leaves a process running. */
    @ManagedService(
            name = "queue",
            command = {
                "sh",
                "-c",
                "sleep 60 & { echo BOOT FAILED; echo 'ERROR: the port of the cluster is in use'; } >&2"
            },
            readyPattern = "Started")
    static class LeavesHelper extends OneTest {}

    /** It finishes instead of running, as a migration does. */
    @ManagedService(
            name = "migration",
            command = {"sh", "-c", "echo 'Migrating orders'; echo 'Successfully applied 2 migrations'"},
            readyPattern = "Successfully applied")
    static class IsDone extends OneTest {}

    /** It prints a line that matches failurePattern. */
    @ManagedService(
            name = "broker",
            command = "tail -f broker.txt",
            readyPattern = "Started",
            failurePattern = "^FATAL",
            directory = "target/failures")
    static class FailureLine extends OneTest {}

    /** Java does not find the jar. */
    @ManagedService(command = "${java} -jar shop.jar", readyPattern = "Started")
    static class MissingJar extends OneTest {}

    /** The main method throws an exception. */
    @ManagedService(
            name = "shop",
            command = "${java} -cp target/failures/classes io.github.managedservice.failures.BrokenProgram",
            readyPattern = "Started")
    static class UncaughtException extends OneTest {}

    /** A class is too new for this Java. */
    @ManagedService(
            name = "shop",
            command = "${java} -cp target/failures/newer io.github.managedservice.failures.BrokenProgram",
            readyPattern = "Started")
    static class NewerClass extends OneTest {}

    /** The Java virtual machine crashes. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", ">hs_err_pid$$.log; kill -ABRT $$"},
            readyPattern = "Started",
            directory = "target/failures")
    static class JvmCrash extends OneTest {}

    /** A shell cannot find a program. */
    @ManagedService(
            name = "start",
            command = {"sh", "-c", "no-such-server 2>/dev/null"},
            readyPattern = "Started")
    static class ShellFindsNothing extends OneTest {}

    /** A shell cannot run a program. */
    @ManagedService(
            name = "start",
            command = {"sh", "-c", "./not-executable.sh 2>/dev/null"},
            readyPattern = "Started",
            directory = "target/failures")
    static class ShellCannotRun extends OneTest {}

    /** A library is missing. */
    @ManagedService(
            name = "postgres",
            command = {
                "sh",
                "-c",
                "echo 'postgres: error while loading shared libraries: libicuuc.so.66: cannot open shared object file';"
                        + " exit 127"
            },
            readyPattern = "ready to accept")
    static class MissingLibrary extends OneTest {}

    /** It crashes in native code. */
    @ManagedService(
            name = "search",
            command = {"sh", "-c", "kill -SEGV $$"},
            readyPattern = "Started")
    static class NativeCrash extends OneTest {}

    /** It receives SIGTERM. */
    @ManagedService(
            name = "search",
            command = {"sh", "-c", "kill -TERM $$"},
            readyPattern = "Started")
    static class SomebodyTerminates extends OneTest {}

    /** It receives SIGHUP. */
    @ManagedService(
            name = "search",
            command = {"sh", "-c", "kill -HUP $$"},
            readyPattern = "Started")
    static class TerminalGoes extends OneTest {}

    /** It receives SIGINT. */
    @ManagedService(
            name = "search",
            command = {"sh", "-c", "kill -INT $$"},
            readyPattern = "Started")
    static class TerminalInterrupts extends OneTest {}

    /** The disk is full. */
    @ManagedService(
            name = "store",
            command = {"sh", "-c", "cat /etc/passwd >/dev/full"},
            readyPattern = "Started",
            env = {"TMPDIR=/tmp", "LC_ALL=C"})
    static class FullDisk extends OneTest {}

    /** It has too many files open. */
    @ManagedService(
            name = "store",
            command = {"sh", "-c", "echo 'accept4: Too many open files' >&2; exit 1"},
            readyPattern = "Started")
    static class OpenFiles extends OneTest {}

    /** It has no permission to write a file. */
    @ManagedService(
            name = "store",
            command = {"sh", "-c", "echo '/proc/sys/kernel/random/uuid: Permission denied' >&2; exit 1"},
            readyPattern = "Started")
    static class CannotWrite extends OneTest {}

    /** A service that another one needs does not start. */
    @ManagedService(
            name = "db",
            command = {"sh", "-c", "echo 'data directory is empty' >&2; exit 1"},
            readyPattern = "Started")
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"},
            dependsOn = "db")
    static class NeededService extends OneTest {}
}
