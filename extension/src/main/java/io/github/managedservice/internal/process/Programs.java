package io.github.managedservice.internal.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the file of a program before it is run, so that a missing one is an error and not an exit code. */
public final class Programs {

    // What confstr(_CS_PATH) says on Linux, and execvp(3) uses where there is no PATH.
    private static final String DEFAULT_PATH = "/bin:/usr/bin";

    private Programs() {}

    /**
     * Finds a program as execvp(3) would: a name with a slash in the directory, any other along the path.
     *
     * @param program the name or file of the program
     * @param directory the directory that relative names are resolved against
     * @param path the directories to search, joined by colons; null for the system's default
     * @return the absolute path of an executable file
     * @throws ProgramNotFoundException if there is none; the message says what was looked for and where
     */
    public static Path find(String program, Path directory, @Nullable String path) throws ProgramNotFoundException {
        if (program.isEmpty()) {
            throw new ProgramNotFoundException(program, "The name of the program is empty.");
        }
        if (program.indexOf('/') >= 0) {
            return explicit(program, directory);
        }
        String searched = path == null ? DEFAULT_PATH : path;
        List<Path> notExecutable = new ArrayList<>();
        // An empty element stands for the working directory, at the end too.
        for (String element : searched.split(":", -1)) {
            Path file = resolve(directory, element.isEmpty() ? program : element + '/' + program);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            if (Files.isExecutable(file)) {
                return file;
            }
            notExecutable.add(file);
        }
        throw new ProgramNotFoundException(
                program,
                notExecutable.isEmpty()
                        ? "Program '" + program + "' was not found in PATH '" + searched + "'."
                        : "Program '" + program + "' is not executable: '" + notExecutable.get(0) + "' (PATH is '"
                                + searched + "').");
    }

    private static Path explicit(String program, Path directory) throws ProgramNotFoundException {
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
        if (!Files.isExecutable(file)) {
            throw new ProgramNotFoundException(program, "Program '" + program + "' is not executable: '" + file + "'.");
        }
        return file;
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
