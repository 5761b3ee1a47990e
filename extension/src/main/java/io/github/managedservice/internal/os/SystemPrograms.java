package io.github.managedservice.internal.os;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Programs of the system that the library itself needs, independent of the environment of a service. */
public final class SystemPrograms {

    /** The places of the system come first. */
    public static final String PATH =
            "/usr/bin:/bin:/usr/sbin:/sbin" + (System.getenv("PATH") == null ? "" : ':' + System.getenv("PATH"));

    public static final Optional<String> SH = find("sh");
    public static final Optional<String> SETSID = find("setsid");
    public static final Optional<String> ENV = find("env");
    public static final Optional<String> CAT = find("cat");
    public static final Optional<String> NICE = find("nice");

    private SystemPrograms() {}

    private static Optional<String> find(String program) {
        // On Windows such programs may come from Git or Cygwin, but not from the system.
        if (Platform.HERE.windows()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Programs.find(program, Path.of("/"), Map.of("PATH", PATH)).toString());
        } catch (ProgramNotFoundException missing) {
            return Optional.empty();
        }
    }
}
