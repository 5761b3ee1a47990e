package io.github.managedservice.internal.text;

import java.util.List;
import java.util.stream.Collectors;

public final class ShellWord {

    private ShellWord() {}

    public static String quote(String text) {
        return '\'' + text.replace("'", "'\\''") + '\'';
    }

    /** Quotes bytes that may not be text, for a shell that has {@code printf}. */
    public static String quote(byte[] bytes) {
        StringBuilder format = new StringBuilder("\"$(printf '");
        int end = bytes.length;
        // A shell drops line ends at the end of the output of a command.
        while (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char character = (char) bytes[i];
            if (bytes[i] < 0) {
                format.append('\\').append(Integer.toOctalString(bytes[i] & 0xff));
            } else {
                switch (character) {
                    case '\'' -> format.append("'\\''");
                    case '\\' -> format.append("\\\\");
                    case '%' -> format.append("%%");
                    default -> format.append(character);
                }
            }
        }
        return format.append("')\"")
                .append(end < bytes.length ? quote("\n".repeat(bytes.length - end)) : "")
                .toString();
    }

    public static String quoteAll(List<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }

    /** For the guard, which reads one order per line; its script sets the variable. */
    public static String onOneLine(String quoted) {
        return quoted.replace("\n", "'\"$managed_service_newline\"'");
    }
}
