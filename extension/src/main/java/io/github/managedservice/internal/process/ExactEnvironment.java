package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Undoes what we and a shell do to the environment on its way to the service.
 *
 * <p>Seen in dash 0.5.12, bash 5.2 and busybox 1.35: they add PWD, OLDPWD, SHLVL, PATH and _, give some names values of
 * their own, and drop what is not an identifier. Most can be put right by the shell itself, which costs nothing; the
 * rest takes {@code env}, one more exec of about a millisecond. {@code env} shows values in its arguments for that long,
 * so only those that need it go that way.
 */
final class ExactEnvironment {

    /**
     * What the programs before the shell are given: to load another locale, of a dozen files, takes them as long as all
     * the rest of what they do.
     */
    static final Map<String, String> QUICK = Map.of("LC_ALL", "C");

    private static final String BECOME = " exec \"$@\" </dev/null";

    private static final List<String> ADDED = List.of("LC_ALL", "OLDPWD", "PATH", "PWD", "SHLVL", "_");

    /** Besides those that begin with BASH. */
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

    /** More than this is no text for a builtin: what is in one word of ours must fit into it (128 KiB on Linux). */
    private static final int LONGEST_TEXT = 16 * 1024;

    private final Map<String, String> environment;

    /** What no shell hands on as it is. */
    private final Map<String, String> byEnv = new TreeMap<>();

    /** What shells change besides, and builtins can put right. */
    private final Map<String, String> changed = new TreeMap<>();

    private final boolean hasLost;

    ExactEnvironment(Map<String, String> environment) {
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

    /** Whether it takes {@code env}, whatever the shell. */
    boolean needsEnv() {
        return hasLost || !byEnv.isEmpty() || length(changed) > LONGEST_TEXT;
    }

    /** Whether text alone cannot tell the bytes of what must be put right. */
    boolean hasLost() {
        return hasLost;
    }

    /** What the shell need not be given, because {@code env} adds it. */
    Set<String> addedByEnv() {
        return SystemPrograms.ENV.isPresent() ? byEnv.keySet() : Set.of();
    }

    /** Shell text that puts the environment right with builtins, and becomes {@code "$@"}. */
    String restore() {
        StringBuilder text = new StringBuilder("unset");
        for (String name : ADDED) {
            // PATH stays as it is where there is one.
            if (!name.equals("PATH") || !environment.containsKey(name)) {
                text.append(' ').append(name);
            }
        }
        text.append(';');
        for (Map.Entry<String, String> variable : changed.entrySet()) {
            // The shell writes the last word of each command to _, so that one is set by the last command.
            if (!variable.getKey().equals("_")) {
                text.append(" export ").append(assignment(variable)).append(';');
            }
        }
        String last = environment.get("_");
        return text.append(last == null ? "" : " _=" + ShellWord.quote(last))
                .append(BECOME)
                .toString();
    }

    /** The words that go before a command to put the environment right with {@code env}, a variable in each. */
    List<String> restoreByEnv() {
        List<String> words = unsetByEnv();
        if (!words.isEmpty()) {
            byEnv.forEach((name, value) -> words.add(name + '=' + value));
            changed.forEach((name, value) -> words.add(name + '=' + value));
        }
        return words;
    }

    /** Shell text that does the same to the byte, and becomes {@code "$@"}. */
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

    /** Shell text that exports the environment from nothing, for a shell that was given another, and becomes the command. */
    String become(List<String> command, Set<String> given) {
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

    /** As a word of shell text, or as several where two names read as the same text. */
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
