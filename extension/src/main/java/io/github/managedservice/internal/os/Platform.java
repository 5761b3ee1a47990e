package io.github.managedservice.internal.os;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a system for names of programs and variables. */
public record Platform(boolean windows) {

    public static final Platform HERE = new Platform(File.separatorChar == '\\');

    // The value of confstr(_CS_PATH) on Linux, which execvp(3) uses without PATH.
    private static final String DEFAULT_PATH = "/bin:/usr/bin";

    /** What cmd.exe tries without PATHEXT; the two that {@code CreateProcess} can run by itself come first. */
    private static final String DEFAULT_EXTENSIONS = ".EXE;.COM;.BAT;.CMD";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    /** Whether a program is not looked up in PATH: {@code ./x}, and on Windows {@code .\x} and {@code C:x}. */
    public boolean isFile(String program) {
        return program.indexOf('/') >= 0
                || (windows
                        && (program.indexOf('\\') >= 0 || DRIVE.matcher(program).matches()));
    }

    /** In order; an empty one is the working directory. */
    List<String> directories(String path) {
        return List.of(path.split(windows ? ";" : ":", -1));
    }

    /** In the order in which they are tried. */
    List<String> fileNames(String program, Map<String, String> environment) {
        if (!windows) {
            return List.of(program);
        }
        String extensions = value(environment, "PATHEXT");
        List<String> names = new ArrayList<>();
        // A name with a dot may be complete; Windows runs no file whose name has none.
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

    /** The value of PATH, in whatever case its name is, or the default of the system. */
    public String path(Map<String, String> environment) {
        String path = value(environment, "PATH");
        return path == null ? (windows ? "" : DEFAULT_PATH) : path;
    }

    private @Nullable String value(Map<String, String> environment, String name) {
        return windows ? variables(environment).get(name) : environment.get(name);
    }

    /** A copy in which PATH and Path are one variable on Windows. */
    public Map<String, String> variables(Map<String, String> variables) {
        Map<String, String> copy = windows ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        copy.putAll(variables);
        return copy;
    }
}
