package io.github.managedservice.internal.process;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a system names programs and variables.
 *
 * @param windows whether backslashes, drive letters and extensions are part of that
 */
public record Platform(boolean windows) {

    /** The system this JVM runs on. */
    public static final Platform HERE = new Platform(File.separatorChar == '\\');

    // What confstr(_CS_PATH) says on Linux, and execvp(3) uses where there is no PATH.
    private static final String DEFAULT_PATH = "/bin:/usr/bin";

    /** What cmd.exe tries where PATHEXT is not set, the two that {@code CreateProcess} can run without it first. */
    private static final String DEFAULT_EXTENSIONS = ".EXE;.COM;.BAT;.CMD";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    /**
     * Tells whether a program is named by its place, so that it is not looked for in PATH.
     *
     * @param program as it was declared
     * @return true for {@code ./x}, and on Windows for {@code .\x} and {@code C:x}
     */
    public boolean isFile(String program) {
        return program.indexOf('/') >= 0
                || (windows
                        && (program.indexOf('\\') >= 0 || DRIVE.matcher(program).matches()));
    }

    /** The directories of PATH, in order; an empty one is the working directory. */
    List<String> directories(String path) {
        return List.of(path.split(windows ? ";" : ":", -1));
    }

    /** The names that the file of a program may have, in order. */
    List<String> fileNames(String program, Map<String, String> environment) {
        if (!windows) {
            return List.of(program);
        }
        String extensions = value(environment, "PATHEXT");
        List<String> names = new ArrayList<>();
        // A name with a dot may be whole; without one, a file of that name is not run.
        if (program.lastIndexOf('.') > Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'))) {
            names.add(program);
        }
        for (String extension : (extensions == null ? DEFAULT_EXTENSIONS : extensions).split(";", -1)) {
            if (!extension.isEmpty()) {
                names.add(program + extension);
                names.add(program + extension.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /**
     * Finds out where programs are looked for.
     *
     * @param environment the variables of the program that looks
     * @return the value of PATH, however it is written, or what the system takes instead
     */
    public String path(Map<String, String> environment) {
        String path = value(environment, "PATH");
        return path == null ? (windows ? "" : DEFAULT_PATH) : path;
    }

    private @Nullable String value(Map<String, String> environment, String name) {
        return windows ? variables(environment).get(name) : environment.get(name);
    }

    /**
     * Copies variables into a map that knows their names as the system does.
     *
     * @param variables the variables
     * @return a new map, in which on Windows PATH and Path are one
     */
    public Map<String, String> variables(Map<String, String> variables) {
        Map<String, String> copy = windows ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        copy.putAll(variables);
        return copy;
    }
}
