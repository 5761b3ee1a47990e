package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.LaunchException;
import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.SystemError;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Names the longest part of a command that the system rejects as too long. */
final class LaunchSize {

    /** On Linux 32 pages (MAX_ARG_STRLEN in its binfmts.h), of 4 KiB on most machines. */
    private static final int LONGEST_WORD = 128 * 1024;

    private static final int SHOWN = 20;
    private static final int KILO = 1000;

    private LaunchSize() {}

    /** Returns the failure itself if it has another cause. */
    static IOException explain(IOException failure, Launch launch) {
        if (!SystemError.ARGUMENTS_TOO_LONG.isIn(failure)) {
            return failure;
        }
        long total = 0;
        int longest = 0;
        String what = "";
        List<String> command = launch.command();
        for (int i = 0; i < command.size(); i++) {
            int size = size(command.get(i));
            total += size;
            if (size > longest) {
                longest = size;
                what = "argument " + (i + 1) + " (\"" + hint(command, i) + "\" …, " + text(size) + ")";
            }
        }
        for (Map.Entry<String, String> variable : launch.environment().entrySet()) {
            int size = size(variable.getKey()) + size(variable.getValue());
            total += size;
            if (size > longest) {
                longest = size;
                what = "the variable '" + variable.getKey() + "' (" + text(size) + ")";
            }
        }
        return new LaunchException(
                longest > LONGEST_WORD
                        ? what + " is longer than the 128 KiB that Linux allows for one. Pass it in a file."
                        : "the command and its environment are " + text(total)
                                + " together, more than this system allows" + " ('getconf ARG_MAX'); the longest is "
                                + what + ". Pass it in a file.");
    }

    /** The option before the word, or else the start of the word. */
    private static String hint(List<String> command, int index) {
        String word = command.get(index);
        boolean option = index > 1 && command.get(index - 1).startsWith("-");
        String shown = option ? command.get(index - 1) : word;
        return shown.substring(0, Math.min(SHOWN, shown.length()));
    }

    /** Includes the zero byte at the end. */
    private static int size(String text) {
        return text.getBytes(NativeText.CHARSET).length + 1;
    }

    private static String text(long bytes) {
        return bytes / KILO + " kB";
    }
}
