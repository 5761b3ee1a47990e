package io.github.managedservice.internal.os;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the file of a program before the launch, so that a missing one is an error and not an exit code. */
public final class Programs {

    private Programs() {}

    /** As execvp(3): a name with a slash in the directory, any other along PATH. Returns an absolute path. */
    public static Path find(String program, Path directory, Map<String, String> environment)
            throws ProgramNotFoundException {
        return find(program, directory, environment, Platform.HERE);
    }

    static Path find(String program, Path directory, Map<String, String> environment, Platform platform)
            throws ProgramNotFoundException {
        if (program.isEmpty()) {
            throw new ProgramNotFoundException(program, "The name of the program is empty.");
        }
        List<String> names = platform.fileNames(program, environment);
        if (platform.isFile(program)) {
            return explicit(program, names, directory);
        }
        String searched = platform.path(environment);
        List<Path> notExecutable = new ArrayList<>();
        // An empty element is the working directory, also at the end.
        for (String element : platform.directories(searched)) {
            for (String name : names) {
                Path file = resolve(directory, element.isEmpty() ? name : element + '/' + name);
                if (!Files.isRegularFile(file)) {
                    continue;
                }
                if (Files.isExecutable(file)) {
                    return file;
                }
                notExecutable.add(file);
            }
        }
        throw new ProgramNotFoundException(
                program,
                notExecutable.isEmpty()
                        ? "Program '" + program + "' was not found in PATH '" + searched + "'."
                        : "Program '" + program + "' is not executable: '" + notExecutable.get(0) + "' (PATH is '"
                                + searched + "').");
    }

    private static Path explicit(String program, List<String> names, Path directory) throws ProgramNotFoundException {
        for (String name : names) {
            Path file = resolve(directory, name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
        }
        Path file = resolve(directory, program);
        if (!Files.exists(file)) {
            throw new ProgramNotFoundException(program, "Program '" + program + "' does not exist: '" + file + "'.");
        }
        if (Files.isDirectory(file)) {
            throw new ProgramNotFoundException(program, "Program '" + program + "' is a directory: '" + file + "'.");
        }
        if (!Files.isRegularFile(file)) {
            throw new ProgramNotFoundException(program, "Program '" + program + "' is not a file: '" + file + "'.");
        }
        throw new ProgramNotFoundException(program, "Program '" + program + "' is not executable: '" + file + "'.");
    }

    private static Path resolve(Path directory, String file) throws ProgramNotFoundException {
        try {
            return directory.resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ProgramNotFoundException(
                    file,
                    "Program '" + file + "' "
                            + NativeText.obstacle(file).orElseGet(() -> "cannot be a file: " + e.getReason()) + ".");
        }
    }
}
