package io.github.managedservice.internal.text;

import io.github.managedservice.internal.text.CommandLineParser.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a command line into words and back, by the quoting rules of the POSIX shell. */
public final class CommandLine {

    /** Plain words for every shell; letters of any script, because only ASCII characters have a meaning to a shell. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private CommandLine() {}

    /**
     * Splits a line as a POSIX shell does, without any expansion.
     *
     * <p>Blanks and line ends separate words; {@code '…'} keeps everything, {@code "…"} everything except a backslash
     * before one of {@code $ ` " \} and a line end; elsewhere a backslash keeps the next character. {@code ${…}} stays
     * as written, with the blanks and quotes in it, as in a shell.
     */
    public static List<Word> split(String line) {
        return new CommandLineParser(line).words();
    }

    /** Writes a line that {@link #split} splits into the same words, with quotes only where they are needed. */
    public static String quote(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            // As the first word, NAME=value would be an assignment.
            boolean assignment = quoted.isEmpty() && word.contains("=");
            quoted.add(PLAIN.matcher(word).matches() && !assignment ? word : ShellWord.quote(word));
        }
        return String.join(" ", quoted);
    }

    public static String quoteAssignment(String name, String value) {
        return name + "=" + (PLAIN.matcher(value).matches() ? value : ShellWord.quote(value));
    }
}
