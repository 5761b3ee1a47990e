package io.github.managedservice.failures;

import java.util.List;

/**
 * What a reader sees in the build, and the failures in which it appears.
 *
 * @param seen words of the message, with … where they differ from case to case
 * @param classes the declarations whose messages contain them
 */
record FailureSymptom(String seen, List<Class<?>> classes) {

    /** In the order of the page. */
    static final List<FailureSymptom> ALL = List.of(
            symptom(
                    "Program '…' was not found in PATH",
                    ProgramFailures.MissingProgram.class,
                    ProgramFailures.NotInPath.class,
                    ProgramFailures.ShellSyntax.class),
            symptom(
                    "Program '…' does not exist",
                    ProgramFailures.SpaceInPath.class,
                    ProgramFailures.MissingProgramDirectory.class),
            symptom("is not executable", ProgramFailures.NotExecutable.class),
            symptom(
                    "'directory' names '…', which",
                    ProgramFailures.MissingDirectory.class,
                    ProgramFailures.DirectoryIsFile.class),
            symptom("names the interpreter '…', which does not exist", ProgramFailures.MissingInterpreter.class),
            symptom("env: '…': No such file or directory", ProgramFailures.InterpreterNotInPath.class),
            symptom("ends in CR LF, as on Windows", ProgramFailures.CarriageReturn.class),
            symptom("seems to be built for another system or C library", ProgramFailures.OtherLoader.class),
            symptom(
                    "exited with code 0",
                    ExitFailures.EndsWell.class,
                    ExitFailures.LeavesHelper.class,
                    ExitFailures.IsDone.class),
            symptom("exited with code 126", ExitFailures.ShellCannotRun.class),
            symptom("exited with code 127", ExitFailures.ShellFindsNothing.class, ExitFailures.MissingLibrary.class),
            symptom(
                    "did not become ready: it exited with code …",
                    ExitFailures.SaysWhy.class,
                    ExitFailures.SaysMuch.class),
            symptom("was ended by SIGABRT", ExitFailures.JvmCrash.class),
            symptom("was ended by SIGSEGV", ExitFailures.NativeCrash.class),
            symptom("was ended by SIGTERM", ExitFailures.SomebodyTerminates.class),
            symptom("was ended by SIGHUP", ExitFailures.TerminalGoes.class),
            symptom("was ended by SIGINT", ExitFailures.TerminalInterrupts.class),
            symptom("cannot be run as root", ExitFailures.RefusesRoot.class),
            symptom("which matches its failurePattern", ExitFailures.FailureLine.class),
            symptom("Unable to access jarfile", ExitFailures.MissingJar.class),
            symptom("Exception in thread \"main\"", ExitFailures.UncaughtException.class),
            symptom("has class file version", ExitFailures.NewerClass.class),
            symptom("error while loading shared libraries", ExitFailures.MissingLibrary.class),
            symptom("No space left on device", ExitFailures.FullDisk.class),
            symptom("Too many open files", ExitFailures.OpenFiles.class),
            symptom("Permission denied", ExitFailures.CannotWrite.class),
            symptom(
                    "no line of … matched",
                    TimeoutFailures.OtherCase.class,
                    TimeoutFailures.NotEscaped.class,
                    TimeoutFailures.WholeLine.class,
                    TimeoutFailures.Misspelt.class,
                    TimeoutFailures.WhiteSpace.class,
                    TimeoutFailures.OtherCharset.class),
            symptom("only … lines matched …, but … are needed", TimeoutFailures.TooRarely.class),
            symptom("catastrophic backtracking", TimeoutFailures.Backtracking.class),
            symptom(
                    "nothing was printed, so no line matched",
                    TimeoutFailures.Silent.class,
                    TimeoutFailures.PrintsElsewhere.class,
                    TimeoutFailures.PythonBuffers.class,
                    TimeoutFailures.Deadlock.class),
            symptom(
                    "was not answered: connection refused",
                    TimeoutFailures.OtherPort.class,
                    TimeoutFailures.OnePortOpen.class,
                    TimeoutFailures.OtherAddress.class,
                    TimeoutFailures.ListensNowhere.class),
            symptom("GET … answered …", TimeoutFailures.NotYet.class, TimeoutFailures.OtherStatus.class),
            symptom("the port speaks HTTP without TLS", TimeoutFailures.OtherProtocol.class),
            symptom("command '…' exited with code", TimeoutFailures.ProbeSaysNo.class),
            symptom("its ready check cannot run", TimeoutFailures.MissingProbe.class),
            symptom("more conditions do not hold", TimeoutFailures.SeveralConditions.class),
            symptom("Address already in use", PortFailures.PortTaken.class),
            symptom("port … is answered by pid", PortFailures.StrangerAnswers.class),
            symptom("ended unexpectedly", RunningFailures.Crash.class),
            symptom("did not start: see the failure of", RunningFailures.EachTest.class),
            symptom("printed no line that matches", RunningFailures.LineInVain.class),
            symptom("cannot be restarted, because it was stopped", RunningFailures.RestartAfterStop.class),
            symptom("did not become ready after its restart", RunningFailures.RestartInVain.class),
            symptom(
                    "has no port",
                    RunningFailures.NoPort.class,
                    RunningFailures.OtherPortName.class,
                    MistakeFailures.NoPort.class),
            symptom(
                    "is not known; did you mean",
                    MistakeFailures.UnknownPlaceholder.class,
                    MistakeFailures.UnknownValue.class),
            symptom("two services are called", MistakeFailures.SameName.class),
            symptom("is not a valid regular expression", MistakeFailures.NoPattern.class),
            symptom("the environment variable '…' is not set", MistakeFailures.UnsetVariable.class),
            symptom("each needs the next", MistakeFailures.Circle.class),
            symptom(
                    "has a shorter scope than",
                    MistakeFailures.LivesLonger.class,
                    MistakeFailures.LivesLongerThanTheTest.class),
            symptom("there are several services, so name one of them", MistakeFailures.WhosePort.class),
            symptom("has … mistakes in its declarations; nothing was started", MistakeFailures.Several.class));

    FailureSymptom {
        classes = List.copyOf(classes);
    }

    private static FailureSymptom symptom(String seen, Class<?>... classes) {
        return new FailureSymptom(seen, List.of(classes));
    }

    /** Whether a message has all of the words, in their order. */
    boolean isIn(String message) {
        int from = 0;
        for (String part : seen.split("…", -1)) {
            int found = message.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }
}
