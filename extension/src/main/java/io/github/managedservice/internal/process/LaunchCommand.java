package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.Script;
import io.github.managedservice.internal.os.SystemPrograms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command of a service in the script that sets its mark and session and then becomes it. */
public final class LaunchCommand {

    private static final String SCRIPT = Script.read(LaunchCommand.class, "launcher.sh");

    /** How many words the script has before those that restore the environment. */
    private static final int SHIFT = 4;

    private final Launch launch;
    private final Map<String, String> environment;
    private final ExactEnvironment exact;

    LaunchCommand(Launch launch) {
        this.launch = launch;
        this.environment = marked(launch.environment(), launch.mark());
        this.exact = new ExactEnvironment(environment);
    }

    /** The service's own words where the platform has no shell. */
    List<String> words() {
        if (SystemPrograms.SH.isEmpty()) {
            return launch.command();
        }
        // Before the shell: they run while the JVM opens the pipes, and the shell restores the locale after them.
        List<String> words = new ArrayList<>(SignalDefaults.words());
        // setsid(1) forks only for the leader of a process group, which a child of the JVM is not: the pid stays.
        if (SystemPrograms.SETSID.isPresent()) {
            words.add(SystemPrograms.SETSID.get());
        }
        words.addAll(List.of(
                SystemPrograms.SH.get(),
                "-c",
                SCRIPT,
                "managed-service",
                MarkNumbers.ofThisJvm().nested() ? "-S" : "",
                Long.toString(launch.mark().cookie())));
        addRestoration(words);
        words.addAll(executable(launch.command()));
        return words;
    }

    private void addRestoration(List<String> words) {
        if (isByInput()) {
            String becomeInput = "shift " + SHIFT + "; eval \"$(" + SystemPrograms.CAT.get() + ")\"";
            words.addAll(List.of(becomeInput, becomeInput));
            return;
        }
        List<String> env = exact.restoreByEnv();
        String becomeEnv = "shift " + SHIFT + "; exec \"$@\" </dev/null";
        words.add(exact.needsEnv() ? becomeEnv : "shift " + (SHIFT + env.size()) + "; " + exact.restore());
        words.add(becomeEnv);
        words.addAll(env);
    }

    /** Words are text. Bytes of the environment that are not text are sent on standard input. */
    private boolean isByInput() {
        return exact.hasLost() && SystemPrograms.CAT.isPresent();
    }

    /** The launcher waits for this before it becomes the service. */
    byte[] input() {
        // In braces, so that a shell does not run half of it if the JVM dies.
        String text = SystemPrograms.SH.isPresent() && isByInput() ? "{" + exact.restoreBytesByEnv() + "; }" : "";
        return ('\n' + text).getBytes(NativeText.CHARSET);
    }

    /** {@code env} would take a program with an equals sign in its path for a variable. */
    public static List<String> executable(List<String> command) {
        if (!command.get(0).contains("=") || SystemPrograms.NICE.isEmpty()) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of(SystemPrograms.NICE.get(), "-n", "0"));
        words.addAll(command);
        return words;
    }

    /** Turns the inherited environment into one for the launcher, which the shell makes that of the service. */
    void environment(Map<String, String> inherited) {
        Map<String, String> spawned = new HashMap<>(environment);
        if (SystemPrograms.SH.isPresent() && SystemPrograms.ENV.isPresent()) {
            spawned.keySet().removeAll(exact.addedByEnv());
            spawned.putAll(ExactEnvironment.QUICK);
        }
        // Unchanged variables keep their bytes. They are compared as text, because some are not valid names.
        Iterator<Map.Entry<String, String>> variables = inherited.entrySet().iterator();
        Set<String> kept = new HashSet<>();
        while (variables.hasNext()) {
            Map.Entry<String, String> variable = variables.next();
            if (variable.getValue().equals(spawned.get(variable.getKey()))) {
                kept.add(variable.getKey());
            } else {
                variables.remove();
            }
        }
        spawned.keySet().removeAll(kept);
        inherited.putAll(spawned);
    }

    public static Map<String, String> marked(Map<String, String> environment, ProcessMark mark) {
        Map<String, String> marked = new HashMap<>(environment);
        marked.put(ProcessMark.VARIABLE, mark.variableValue(System.getenv().getOrDefault(ProcessMark.VARIABLE, "")));
        return marked;
    }
}
