package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wraps the command of a service in the script that marks it, gives it a session of its own and becomes it. */
final class LaunchCommand {

    private final Launch launch;
    private final Map<String, String> environment;

    LaunchCommand(Launch launch) {
        this.launch = launch;
        this.environment = marked(launch.environment(), launch.mark());
    }

    /** The words to spawn; the service's own where the platform has no shell. */
    List<String> words() {
        if (SystemPrograms.SH.isEmpty()) {
            return launch.command();
        }
        // Before the shell, so that they run while the JVM takes hold of the pipes, and the shell puts their locale
        // right.
        List<String> words = new ArrayList<>(SignalDefaults.RESTORE);
        // setsid(1) forks only for the leader of a process group, which a child of the JVM is not: the pid stays.
        SystemPrograms.SETSID.ifPresent(words::add);
        ExactEnvironment exact = new ExactEnvironment(environment);
        words.addAll(List.of(
                SystemPrograms.SH.get(),
                "-c",
                Scripts.LAUNCHER,
                "managed-service",
                Cookies.OF_THIS_JVM.nested() ? "-S" : "",
                Long.toString(launch.mark().cookie()),
                exact.restore(),
                exact.restoreByEnv()));
        words.addAll(executable(launch.command()));
        return words;
    }

    /** A command that env can become: a program with an equals sign in its path it would take for a variable. */
    static List<String> executable(List<String> command) {
        if (!command.get(0).contains("=") || SystemPrograms.NICE.isEmpty()) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of(SystemPrograms.NICE.get(), "-n", "0"));
        words.addAll(command);
        return words;
    }

    /** What to spawn them with, which the shell makes that of the service. */
    Map<String, String> environment() {
        Map<String, String> spawned = new HashMap<>(environment);
        if (SystemPrograms.SH.isPresent() && SystemPrograms.ENV.isPresent()) {
            spawned.putAll(ExactEnvironment.QUICK);
        }
        return spawned;
    }

    static Map<String, String> marked(Map<String, String> environment, ProcessMark mark) {
        Map<String, String> marked = new HashMap<>(environment);
        marked.put(ProcessMark.VARIABLE, mark.variableValue(System.getenv().getOrDefault(ProcessMark.VARIABLE, "")));
        return marked;
    }
}
