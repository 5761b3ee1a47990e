package io.github.managedservice.internal.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory this JVM was started in, of whatever bytes its path is. */
public final class WorkingDirectory {

    private static final Path PATH = find();

    private WorkingDirectory() {}

    /**
     * Tells where this JVM runs.
     *
     * @return an absolute path to files of the working directory, even where its text has lost some of its bytes
     */
    public static Path path() {
        return PATH;
    }

    // The JDK reads it as text, and makes bytes of that again: below a folder 'jörg' under LC_ALL=C it is lost.
    private static Path find() {
        Path here = Path.of("").toAbsolutePath();
        if (Files.exists(here)) {
            return here;
        }
        try {
            return Path.of("/proc/self/cwd").toRealPath();
        } catch (IOException notThere) {
            return here;
        }
    }

    /**
     * Makes a word of the path of a program.
     *
     * @param program the file
     * @param directory where it will be run
     * @return its path, relative to the directory where bytes of the absolute one are no text
     */
    public static String word(Path program, Path directory) {
        String text = program.toString();
        return NativeText.mayHaveLost(text) && program.startsWith(PATH) && directory.startsWith(PATH)
                ? "./" + directory.relativize(program)
                : text;
    }

    /** Has a process run in a directory: in that of this JVM without another word, in one below it by the way from here. */
    static void set(ProcessBuilder builder, Path directory) {
        if (directory.equals(PATH)) {
            return;
        }
        boolean lost = NativeText.mayHaveLost(PATH.toString()) && directory.startsWith(PATH);
        builder.directory(lost ? new File(PATH.relativize(directory).toString()) : directory.toFile());
    }
}
