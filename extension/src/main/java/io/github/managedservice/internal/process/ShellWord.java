package io.github.managedservice.internal.process;

import java.util.List;
import java.util.stream.Collectors;

/** Quotes text so that a POSIX shell reads it back as one word. */
final class ShellWord {

    private ShellWord() {}

    static String quote(String text) {
        return '\'' + text.replace("'", "'\\''") + '\'';
    }

    static String quoteAll(List<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }

    /** Rewrites quoted text for the guard, whose orders are lines; its script knows the variable. */
    static String onOneLine(String quoted) {
        return quoted.replace("\n", "'\"$managed_service_newline\"'");
    }
}
