package io.github.managedservice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes programs, by another process: a file that is open for writing here may be inherited by a child that is just
 * being spawned, and as long as that has it nobody can run it ("Text file busy", ETXTBSY of execve(2)).
 */
public final class ExecutableFile {

    private ExecutableFile() {}

    /** Writes a script. */
    public static Path write(Path file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Copies a program under another name. */
    public static Path copy(Path program, Path file) throws IOException {
        return write(file, Files.readAllBytes(program));
    }

    /** Writes anything that is to be run. */
    public static Path write(Path file, byte[] content) throws IOException {
        Process writer = new ProcessBuilder("/bin/sh", "-c", "cat >\"$1\" && chmod +x \"$1\"", "sh", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = writer.getOutputStream()) {
            in.write(content);
        }
        if (writer.onExit().join().exitValue() != 0) {
            throw new IOException("Cannot write " + file);
        }
        return file;
    }
}
