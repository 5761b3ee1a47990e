package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.InheritedVariables;
import io.github.managedservice.internal.os.SystemPrograms;
import io.github.managedservice.internal.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Undoes what the launcher and its shell change in the environment of a service.
 *
 * <p>Observed in dash 0.5.12, bash 5.2 and busybox 1.35: they add PWD, OLDPWD, SHLVL, PATH and _, set some variables
 * themselves, and drop names that are not identifiers. The shell itself can undo most of that at no cost; the rest
 * takes {@code env}, one more exec of about a millisecond. Meanwhile the arguments of {@code env} show values, so it
 * gets only the variables that need it.
 */
public final class ExactEnvironment {

    /**
     * For the programs before the shell: loading another locale, a dozen files, takes them as long as everything else
     * that they do.
     */
    static final Map<String, String> QUICK = Map.of("LC_ALL", "C");

    private static final String BECOME = " exec \"$@\" </dev/null";

    private static final List<String> ADDED = List.of("LC_ALL", "OLDPWD", "PATH", "PWD", "SHLVL", "_");

    /** Besides names that begin with BASH. */
    private static final Set<String> CHANGED = Set.of(
            "DIRSTACK",
            "EUID",
            "FUNCNAME",
            "GROUPS",
            "HISTCMD",
            "IFS",
            "KSH_VERSION",
            "LINENO",
            "OPTARG",
            "OPTIND",
            "PPID",
            "RANDOM",
            "SECONDS",
            "SHELLOPTS",
            "UID",
            "YASH_VERSION",
            "ZSH_VERSION");

    /** Longer text is not for a builtin: one word of the command must hold it (128 KiB on Linux). */
    private static final int LONGEST_TEXT = 16 * 1024;

    private final Map<String, String> environment;

    /** Variables that no shell passes on unchanged. */
    private final Map<String, String> byEnv = new TreeMap<>();

    /** Other variables that shells change, and that builtins can restore. */
    private final Map<String, String> changed = new TreeMap<>();

    private final boolean hasLost;

    public ExactEnvironment(Map<String, String> environment) {
        this.environment = environment;
        boolean lost = false;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (needsEnv(name)) {
                byEnv.put(name, variable.getValue());
            } else if (!ADDED.contains(name) || name.equals("PATH")) {
                continue;
            } else {
                changed.put(name, variable.getValue());
            }
            lost |= InheritedVariables.hasLost(name, variable.getValue());
        }
        this.hasLost = lost;
    }

    boolean needsEnv() {
        return hasLost || !byEnv.isEmpty() || length(changed) > LONGEST_TEXT;
    }

    /** Whether some variable to restore has bytes that its text has lost. */
    boolean hasLost() {
        return hasLost;
    }

    /** Variables that the shell does not need, because {@code env} adds them. */
    Set<String> addedByEnv() {
        return SystemPrograms.ENV.isPresent() ? byEnv.keySet() : Set.of();
    }

    /** Shell text that restores the environment with builtins, and becomes {@code "$@"}. */
    String restore() {
        StringBuilder text = new StringBuilder("unset");
        for (String name : ADDED) {
            // The shell keeps an existing PATH.
            if (!name.equals("PATH") || !environment.containsKey(name)) {
                text.append(' ').append(name);
            }
        }
        text.append(';');
        for (Map.Entry<String, String> variable : changed.entrySet()) {
            // The shell sets _ to the last word of each command, so the last command sets this one.
            if (!variable.getKey().equals("_")) {
                text.append(" export ").append(assignment(variable)).append(';');
            }
        }
        String last = environment.get("_");
        return text.append(last == null ? "" : " _=" + ShellWord.quote(last))
                .append(BECOME)
                .toString();
    }

    /** Words to put before a command: {@code env}, and each variable as one word. */
    List<String> restoreByEnv() {
        List<String> words = unsetByEnv();
        if (!words.isEmpty()) {
            addAssignments(byEnv, words);
            addAssignments(changed, words);
        }
        return words;
    }

    private static void addAssignments(Map<String, String> variables, List<String> words) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            words.add(variable.getKey() + '=' + variable.getValue());
        }
    }

    /** Shell text that does the same for every byte, and becomes {@code "$@"}. */
    String restoreBytesByEnv() {
        List<String> words = unsetByEnv();
        if (words.isEmpty()) {
            return BECOME;
        }
        StringBuilder text = new StringBuilder(" exec ").append(ShellWord.quoteAll(words));
        byEnv.entrySet().forEach(variable -> text.append(' ').append(assignment(variable)));
        changed.entrySet().forEach(variable -> text.append(' ').append(assignment(variable)));
        return text.append(" \"$@\" </dev/null").toString();
    }

    private List<String> unsetByEnv() {
        List<String> words = new ArrayList<>();
        if (SystemPrograms.ENV.isPresent()) {
            words.add(SystemPrograms.ENV.get());
            for (String name : ADDED) {
                if (!environment.containsKey(name)) {
                    words.add("-u");
                    words.add(name);
                }
            }
            words.add("--");
        }
        return words;
    }

    /**
     * Shell text that exports the whole environment, for a shell that was started with another one, and becomes the
     * command.
     */
    public String become(List<String> command, Set<String> given) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (!byEnv.containsKey(variable.getKey())) {
                text.append("export ").append(assignment(variable)).append("; ");
            }
        }
        for (String name : given) {
            if (!environment.containsKey(name)) {
                text.append("unset ").append(name).append("; ");
            }
        }
        return text.append("set -- ")
                .append(ShellWord.quoteAll(command))
                .append(';')
                .append(needsEnv() ? restoreBytesByEnv() : ' ' + restore())
                .toString();
    }

    /** One word of shell text, or several where two names read as the same text. */
    private static String assignment(Map.Entry<String, String> variable) {
        if (InheritedVariables.hasLost(variable.getKey(), variable.getValue())) {
            List<byte[]> bytes = InheritedVariables.assignments(variable.getKey(), variable.getValue());
            if (!bytes.isEmpty()) {
                return bytes.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
            }
        }
        return ShellWord.quote(variable.getKey() + '=' + variable.getValue());
    }

    private static int length(Map<String, String> variables) {
        int length = 0;
        for (String value : variables.values()) {
            length += value.length();
        }
        return length;
    }

    private static boolean needsEnv(String name) {
        return !isIdentifier(name) || name.startsWith("BASH") || CHANGED.contains(name);
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
