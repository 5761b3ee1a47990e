package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command of a process as a message shows it, with the name it was run by: a link can have a better known name than
 * its file.
 */
final class ShownCommand {

    /** Known to be a link. */
    private static final String SHELL = "sh";

    private static final int LONGEST = 500;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private ShownCommand() {}

    /** On one line for a message: an argument may be a whole script, also that of the launcher. */
    static String of(long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command).map(line -> line + runAs(pid, info.command())))
                // The command of another user's process comes from the kernel, with a blank at its end.
                .map(command -> SPACE.matcher(command.strip()).replaceAll(" "))
                .map(command -> command.length() > LONGEST ? command.substring(0, LONGEST) + "…" : command)
                .orElse("unknown command");
    }

    /** Empty where the file has that name already. */
    private static String runAs(long pid, Optional<String> file) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return runAs(all.substring(0, Math.max(0, all.indexOf('\0'))), file);
        } catch (IOException goneOrNotLinux) {
            return "";
        }
    }

    /** A process may also have set a title of several words. */
    static String runAs(String firstWord, Optional<String> file) {
        String name = fileName(firstWord.split(" ", 2)[0]);
        return name.isEmpty()
                        || name.equals(SHELL)
                        || name.equals("-" + SHELL)
                        || file.map(ShownCommand::fileName).orElse(name).equals(name)
                ? ""
                : ", run as '" + firstWord.strip() + "'";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
