package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    private final Map<String, String> environment;

    /** What no shell hands on as it is. */
    private final Map<String, String> byEnv = new TreeMap<>();

    ExactEnvironment(Map<String, String> environment) {
        this.environment = environment;
        environment.forEach((name, value) -> {
            if (needsEnv(name)) {
                byEnv.put(name, value);
            }
        });
    }

    /** Shell text that puts the environment right with builtins where that is enough, and becomes {@code "$@"}. */
    String restore() {
        if (!byEnv.isEmpty()) {
            return restoreByEnv();
        }
        StringBuilder text = new StringBuilder("unset " + String.join(" ", ADDED) + ';');
        for (String name : ADDED) {
            String value = environment.get(name);
            // The shell writes the last word of each command to _, so that one is set by the last command.
            if (value != null && !name.equals("_")) {
                text.append(" export ")
                        .append(ShellWord.quote(name + '=' + value))
                        .append(';');
            }
        }
        String last = environment.get("_");
        return text.append(last == null ? "" : " _=" + ShellWord.quote(last))
                .append(" exec \"$@\"")
                .toString();
    }

    /** Shell text that puts the environment right with {@code env}, whatever the shell, and becomes {@code "$@"}. */
    String restoreByEnv() {
        if (SystemPrograms.ENV.isEmpty()) {
            return "exec \"$@\"";
        }
        List<String> words = new ArrayList<>(List.of(SystemPrograms.ENV.get()));
        ADDED.stream()
                .filter(name -> !environment.containsKey(name))
                .forEach(name -> words.addAll(List.of("-u", name)));
        words.add("--");
        Map<String, String> set = new TreeMap<>(byEnv);
        environment.forEach((name, value) -> {
            if (ADDED.contains(name)) {
                set.put(name, value);
            }
        });
        set.forEach((name, value) -> words.add(name + '=' + value));
        return "exec " + ShellWord.quoteAll(words) + " \"$@\"";
    }

    /** Shell text that exports the environment from nothing, for a shell that was given another, and becomes the command. */
    String become(List<String> command, Set<String> given) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!byEnv.containsKey(name)) {
                text.append("export ")
                        .append(ShellWord.quote(name + '=' + value))
                        .append("; ");
            }
        });
        for (String name : given) {
            if (!environment.containsKey(name)) {
                text.append("unset ").append(name).append("; ");
            }
        }
        return text.append("set -- ")
                .append(ShellWord.quoteAll(command))
                .append("; ")
                .append(restore())
                .toString();
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
