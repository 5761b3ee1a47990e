package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a command line into words and back, by the quoting rules of the POSIX shell. */
public final class CommandLine {

    /** Words no shell sees anything in; letters of any script, for only ASCII has a meaning to a shell. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private CommandLine() {}

    /**
     * Splits a line into words, as a POSIX shell would, with no expansion of any kind.
     *
     * <p>Blanks and line ends part words; {@code '…'} keeps everything, {@code "…"} everything but a backslash before
     * one of {@code $ ` " \} and a line end; elsewhere a backslash keeps the next character. {@code ${…}} stays as
     * written, and whole: blanks and quotes in it belong to it, as they do in a shell.
     *
     * @param line the line
     * @return its words, none for a blank line
     * @throws QuotingException if a quote is never closed or the line ends in a backslash
     */
    public static List<Word> split(String line) {
        return new CommandLineParser(line).words();
    }

    /**
     * Writes words as one line that can be pasted into a POSIX shell, with quotes only where they are needed.
     *
     * @param words program and arguments
     * @return the line, of which {@link #split} makes the same words again
     */
    public static String quote(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            // At the beginning, NAME=value would be an assignment.
            boolean assignment = quoted.isEmpty() && word.contains("=");
            quoted.add(PLAIN.matcher(word).matches() && !assignment ? word : quote(word));
        }
        return String.join(" ", quoted);
    }

    /**
     * Writes a variable as it can be put before a command.
     *
     * @param name the variable
     * @param value its value
     * @return {@code NAME=value}, with quotes only where they are needed
     */
    public static String quoteAssignment(String name, String value) {
        return name + "=" + (PLAIN.matcher(value).matches() ? value : quote(value));
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
