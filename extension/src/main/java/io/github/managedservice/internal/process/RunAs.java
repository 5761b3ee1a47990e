package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The command of a process as a message shows it, with the name it was run by: a link can have a better known name than
 * its file.
 */
final class RunAs {

    /** Known to be a link. */
    private static final String SHELL = "sh";

    private RunAs() {}

    /** Empty where the file has that name already. */
    static String of(long pid, Optional<String> file) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return of(all.substring(0, Math.max(0, all.indexOf('\0'))), file);
        } catch (IOException goneOrNotLinux) {
            return "";
        }
    }

    /** A process may also have set a title of several words. */
    static String of(String firstWord, Optional<String> file) {
        String name = fileName(firstWord.split(" ", 2)[0]);
        return name.isEmpty()
                        || name.equals(SHELL)
                        || name.equals("-" + SHELL)
                        || file.map(RunAs::fileName).orElse(name).equals(name)
                ? ""
                : ", run as '" + firstWord.strip() + "'";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
