package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wraps the command of a service in the script that marks it, gives it a session of its own and becomes it. */
final class LaunchCommand {

    private final Launch launch;

    LaunchCommand(Launch launch) {
        this.launch = launch;
    }

    /** The words to spawn; the service's own where the platform has no shell. */
    List<String> words() {
        if (SystemPrograms.SH.isEmpty()) {
            return launch.command();
        }
        ExactEnvironment exact = new ExactEnvironment(environment());
        List<String> words = new ArrayList<>(List.of(
                SystemPrograms.SH.get(),
                "-c",
                Scripts.LAUNCHER,
                "managed-service",
                Cookies.OF_THIS_JVM.nested() ? "-S" : "",
                Long.toString(launch.mark().cookie()),
                exact.restore(),
                exact.restoreByEnv()));
        words.addAll(SignalDefaults.RESTORE);
        // setsid(1) forks only for the leader of a process group, which a child of the JVM is not: the pid stays.
        SystemPrograms.SETSID.ifPresent(words::add);
        words.addAll(launch.command());
        return words;
    }

    Map<String, String> environment() {
        return marked(launch.environment(), launch.mark());
    }

    static Map<String, String> marked(Map<String, String> environment, ProcessMark mark) {
        Map<String, String> marked = new HashMap<>(environment);
        marked.put(ProcessMark.VARIABLE, mark.variableValue(System.getenv().getOrDefault(ProcessMark.VARIABLE, "")));
        return marked;
    }
}
