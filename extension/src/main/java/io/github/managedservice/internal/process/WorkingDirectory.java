package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.NativeText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory this JVM was started in, whatever the bytes of its path. */
public final class WorkingDirectory {

    private static final Path PATH = find();

    private WorkingDirectory() {}

    /** An absolute path that works even where its text has lost some bytes. */
    public static Path path() {
        return PATH;
    }

    // The JDK converts the path to text and back, which fails below a folder 'jörg' under LC_ALL=C.
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
     * The path of a program as an argument, relative to the directory where the absolute path has bytes that are not
     * text.
     */
    public static String word(Path program, Path directory) {
        String text = program.toString();
        return NativeText.mayHaveLost(text) && program.startsWith(PATH) && directory.startsWith(PATH)
                ? "./" + directory.relativize(program)
                : text;
    }

    /** Sets nothing for the directory of this JVM, and a relative path for one below it whose bytes are not text. */
    static void set(ProcessBuilder builder, Path directory) {
        if (directory.equals(PATH)) {
            return;
        }
        boolean lost = NativeText.mayHaveLost(PATH.toString()) && directory.startsWith(PATH);
        builder.directory(lost ? new File(PATH.relativize(directory).toString()) : directory.toFile());
    }
}
