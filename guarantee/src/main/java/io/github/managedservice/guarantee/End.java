package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.run.Act;
import java.util.List;
import java.util.Optional;

/** How a run may end. */
enum End {
    NORMAL("normal", Manner.ORDERLY, Act.RETURN),
    KILL("SIGKILL", Manner.SUDDEN, Cause.KILL),
    HALT("`halt`", Manner.SUDDEN, Act.HALT),
    EXIT("`exit`", Manner.ORDERLY, Act.EXIT),
    TERM("SIGTERM", Manner.ORDERLY, Cause.TERM),
    INT("SIGINT", Manner.ORDERLY, Cause.INT),
    HUP("SIGHUP", Manner.ORDERLY, Cause.HUP),
    FAILING_TEST("test fails", Manner.ORDERLY, Act.FAIL),
    FAILING_BEFORE_ALL("`@BeforeAll` fails", Manner.ORDERLY, "FailingBeforeAllTestCase", Cause.ORDER),
    FAILING_CONSTRUCTOR("constructor fails", Manner.ORDERLY, "FailingConstructorTestCase", Cause.ORDER),
    FAILING_SECOND("second of three does not start", Manner.ORDERLY, "FailingSecondServiceTestCase", Cause.ORDER),
    INTERRUPTED_START("interrupt while it starts", Manner.ORDERLY, "InterruptedTestCase", Cause.ORDER),
    INTERRUPTED_STOP("interrupt while it stops", Manner.ORDERLY, "InterruptedTestCase", Cause.ORDER),
    KILL_DURING_START("SIGKILL during the start", Manner.SUDDEN, "StartingTestCase", Cause.KILL),
    EXIT_ON_OUT_OF_MEMORY("`ExitOnOutOfMemoryError`", Manner.SUDDEN, Act.EXHAUST_MEMORY, "-XX:+ExitOnOutOfMemoryError"),
    CRASH_ON_OUT_OF_MEMORY(
            "`CrashOnOutOfMemoryError`", Manner.SUDDEN, Act.EXHAUST_MEMORY, "-XX:+CrashOnOutOfMemoryError"),
    /** The JVM's own child inherits all that the JVM has open. */
    EXIT_ON_OUT_OF_MEMORY_WITH_CHILD(
            "the same, with a child of the JVM in the background",
            Manner.SUDDEN,
            Act.EXHAUST_MEMORY,
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:OnOutOfMemoryError=sleep " + Member.BYSTANDER + " &"),
    NATIVE_CRASH("native crash", Manner.SUDDEN, Act.CRASH),
    NATIVE_CRASH_WITH_CHILD(
            "the same, with a child of the JVM in the background",
            Manner.SUDDEN,
            Act.CRASH,
            "-XX:OnError=sleep " + Member.BYSTANDER + " &"),
    KILL_BOTH("SIGKILL of guard and JVM", Manner.SUDDEN, Cause.KILL_BOTH),
    KILL_BOTH_THEN_RUN("SIGKILL of guard and JVM, then another run", Manner.ORDERLY, Cause.KILL_BOTH_THEN_RUN),
    NORMAL_AS_FIRST_PROCESS("normal, as process 1", Manner.ORDERLY, Cause.ORDER, Surroundings.FIRST_PROCESS),
    KILL_AS_FIRST_PROCESS("SIGKILL, as process 1", Manner.SUDDEN, Cause.KILL, Surroundings.FIRST_PROCESS),
    KILL_WITH_BASH("SIGKILL, `sh` is bash", Manner.SUDDEN, Cause.KILL, Surroundings.BASH),
    KILL_WITH_BUSYBOX("SIGKILL, `sh` is busybox", Manner.SUDDEN, Cause.KILL, Surroundings.BUSYBOX),
    NORMAL_WITHOUT_SHELL("normal, no `sh`", Manner.ORDERLY, Cause.ORDER, Surroundings.NO_SHELL),
    KILL_WITHOUT_SHELL("SIGKILL, no `sh`", Manner.SUDDEN, Cause.KILL, Surroundings.NO_SHELL),
    KILL_WITHOUT_SETSID("SIGKILL, no `setsid`", Manner.SUDDEN, Cause.KILL, Surroundings.NO_SETSID),
    NORMAL_WITHOUT_PROC("normal, no `/proc`", Manner.ORDERLY, Cause.ORDER, Surroundings.NO_PROC),
    KILL_WITHOUT_PROC("SIGKILL, no `/proc`", Manner.SUDDEN, Cause.KILL, Surroundings.NO_PROC),
    KILL_WITH_NOEXEC_TEMP("SIGKILL, `noexec` temp", Manner.SUDDEN, Cause.KILL, Surroundings.NOEXEC_TEMP),
    KILL_WITH_FULL_DISK("SIGKILL, full disk", Manner.SUDDEN, Cause.KILL, Surroundings.FULL_DISK),
    KILL_IN_READ_ONLY_DIRECTORY(
            "SIGKILL, read-only directory", Manner.SUDDEN, Cause.KILL, Surroundings.READ_ONLY_DIRECTORY),
    NORMAL_WITH_HIDDEN_PROCESSES("normal, `hidepid=2`", Manner.ORDERLY, Cause.ORDER, Surroundings.HIDDEN_PROCESSES),
    KILL_WITH_HIDDEN_PROCESSES("SIGKILL, `hidepid=2`", Manner.SUDDEN, Cause.KILL, Surroundings.HIDDEN_PROCESSES),
    NORMAL_WITH_MOUNT("normal, own mounts", Manner.ORDERLY, Cause.ORDER, Surroundings.OWN_MOUNTS),
    KILL_WITH_MOUNT("SIGKILL, own mounts", Manner.SUDDEN, Cause.KILL, Surroundings.OWN_MOUNTS),
    KILL_WITHOUT_PIDS("SIGKILL, no pid left", Manner.SUDDEN, Cause.KILL_WITHOUT_PIDS, Surroundings.LIMITED_PIDS),
    KILL_WITHOUT_PIDS_STOP_COMMAND(
            "the same, with a stop command",
            Manner.SUDDEN,
            "StopCommandTestCase",
            Cause.KILL_WITHOUT_PIDS,
            Surroundings.LIMITED_PIDS),
    START_WITHOUT_THREADS(
            "start fails, no thread left", Manner.ORDERLY, "NoThreadTestCase", Cause.ORDER, Surroundings.LIMITED_PIDS),
    NORMAL_WITH_TWO_LOADERS("normal, two class loaders", Manner.ORDERLY, "TwoLoadersTestCase", Cause.ORDER),
    KILL_WITH_TWO_LOADERS("SIGKILL, two class loaders", Manner.SUDDEN, "TwoLoadersTestCase", Cause.KILL),
    NORMAL_BESIDE_RUN_ELSEWHEN(
            "normal, another run in another time namespace", Manner.ORDERLY, Cause.RUN_ELSEWHEN, Surroundings.USUAL),
    NORMAL_WITH_FROZEN_LOAD(
            "normal, `/proc/loadavg` stands still", Manner.ORDERLY, Cause.ORDER, Surroundings.FROZEN_LOAD),
    KILL_WITH_FROZEN_LOAD("SIGKILL, `/proc/loadavg` stands still", Manner.SUDDEN, Cause.KILL, Surroundings.FROZEN_LOAD),
    NAMED_SURVIVOR("normal, survivor is named", Manner.ORDERLY, Cause.ORDER, Surroundings.ANOTHER_USER),
    SUREFIRE("Surefire: normal", Manner.ORDERLY, Cause.ORDER, ""),
    SUREFIRE_TIMEOUT(
            "Surefire: `forkedProcessTimeoutInSeconds`",
            Manner.ORDERLY,
            Cause.NOTHING,
            "<forkedProcessTimeoutInSeconds>12</forkedProcessTimeoutInSeconds>"),
    SUREFIRE_KILL("Surefire: SIGKILL of Maven", Manner.ORDERLY, Cause.KILL, ""),
    SUREFIRE_KILL_SHUTDOWN(
            "Surefire: the same, `shutdown=kill`", Manner.ORDERLY, Cause.KILL, "<shutdown>kill</shutdown>"),
    SUREFIRE_INTERRUPT("Surefire: Ctrl-C", Manner.ORDERLY, Cause.INTERRUPT_KEY, ""),
    SUREFIRE_TERM("Surefire: SIGTERM of Maven", Manner.ORDERLY, Cause.TERM, ""),
    SUREFIRE_TWO_FORKS("Surefire: `forkCount=2`", Manner.ORDERLY, Cause.ORDER, "<forkCount>2</forkCount>"),
    SUREFIRE_FRESH_FORKS("Surefire: `reuseForks=false`", Manner.ORDERLY, Cause.ORDER, "<reuseForks>false</reuseForks>"),
    SUREFIRE_RERUN(
            "Surefire: `rerunFailingTestsCount=1`",
            Manner.ORDERLY,
            Act.FAIL,
            Cause.ORDER,
            "<rerunFailingTestsCount>1</rerunFailingTestsCount>");

    private enum Manner {
        ORDERLY,
        SUDDEN
    }

    private final String title;
    private final Manner manner;
    private final String testCase;
    private final Act act;
    private final Cause cause;
    /** One a line: an enum is to be immutable. */
    private final String jvmArguments;

    private final Surroundings surroundings;
    private final Optional<String> surefire;

    End(String title, Manner manner, Act act, String... jvmArguments) {
        this(
                title,
                manner,
                "ServiceTestCase",
                act,
                Cause.ORDER,
                String.join("\n", jvmArguments),
                Surroundings.USUAL,
                Optional.empty());
    }

    End(String title, Manner manner, Cause cause) {
        this(title, manner, cause, Surroundings.USUAL);
    }

    End(String title, Manner manner, Cause cause, Surroundings surroundings) {
        this(title, manner, "ServiceTestCase", cause, surroundings);
    }

    End(String title, Manner manner, String testCase, Cause cause) {
        this(title, manner, testCase, cause, Surroundings.USUAL);
    }

    End(String title, Manner manner, String testCase, Cause cause, Surroundings surroundings) {
        this(title, manner, testCase, Act.RETURN, cause, "", surroundings, Optional.empty());
    }

    End(String title, Manner manner, Cause cause, String surefire) {
        this(title, manner, Act.RETURN, cause, surefire);
    }

    End(String title, Manner manner, Act act, Cause cause, String surefire) {
        this(
                title,
                manner,
                "ServiceTestCase,SecondServiceTestCase",
                act,
                cause,
                "",
                Surroundings.USUAL,
                Optional.of(surefire));
    }

    End(
            String title,
            Manner manner,
            String testCase,
            Act act,
            Cause cause,
            String jvmArguments,
            Surroundings surroundings,
            Optional<String> surefire) {
        this.title = title;
        this.manner = manner;
        this.testCase = testCase;
        this.act = act;
        this.cause = cause;
        this.jvmArguments = jvmArguments;
        this.surroundings = surroundings;
        this.surefire = surefire;
    }

    String title() {
        return title;
    }

    /** Whether the JVM ends its services itself, so that they are to be gone when it is. */
    boolean isOrderly() {
        return manner == Manner.ORDERLY;
    }

    /**
     * Whether the tests end and their JVM goes on, so that it is the end of a scope and no end of a JVM that must have left
     * nothing.
     */
    boolean isOfScope() {
        return isOrderly()
                && (cause == Cause.ORDER || cause == Cause.RUN_ELSEWHEN)
                && act != Act.EXIT
                && surefire.isEmpty();
    }

    /** Whether the directories of a service may be left: nothing lives on that would delete them. */
    boolean leavesFiles() {
        return (shortfall().isPresent() && this != NAMED_SURVIVOR) || (surroundings.hasPidsOfItsOwn() && !isOrderly());
    }

    /** Whether it comes while the service has not become what it is going to be. */
    boolean isDuringStart() {
        return this == KILL_DURING_START || this == START_WITHOUT_THREADS;
    }

    /** Whether the service never says that it is ready. */
    boolean isMute() {
        return this == INTERRUPTED_START;
    }

    /** How many rounds the full table has of it. */
    int rounds() {
        return this == KILL || this == HALT ? 30 : 5;
    }

    /** Why it is known that somebody may survive; empty if nobody may. */
    Optional<String> shortfall() {
        return switch (this) {
            case KILL_BOTH ->
                Optional.of("JVM and guard are killed at the same instant; the next run cleans up what they leave");
            case KILL_WITHOUT_SHELL -> Optional.of("the guard is a shell script, so there is none; a warning says so");
            case KILL_WITHOUT_PROC -> Optional.of("processes cannot be seen, so there is no guard; a warning says so");
            case NAMED_SURVIVOR ->
                Optional.of("a plain user may not signal another user's process; the test class fails and names it");
            default -> Optional.empty();
        };
    }

    /** What Surefire's configuration says besides; empty if the harness starts the JVM itself. */
    Optional<String> surefire() {
        return surefire;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The simple name of the test class. */
    String testCase() {
        return testCase;
    }

    Act act() {
        return act;
    }

    Cause cause() {
        return cause;
    }

    List<String> jvmArguments() {
        return jvmArguments.lines().toList();
    }
}
