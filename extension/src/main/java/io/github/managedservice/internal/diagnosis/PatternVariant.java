package io.github.managedservice.internal.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** A way in which a pattern is often not what was meant, and what to write instead. */
enum PatternVariant {
    CASE("differs from it only in case: put (?i) at the start of the pattern"),
    COLOURS("matches without the colours in it: they are taken out of lines before those are looked at"),
    ANCHORS("matches a part of the line: without ^ and $ it would be found there"),
    LITERAL("has the very same text"),
    BACKSLASHES("matches with one backslash in the pattern for each two"),
    WHITE_SPACE("differs from it only in white space: write \\h+ for a space");

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final String words;

    PatternVariant(String words) {
        this.words = words;
    }

    private String change(String regex) {
        return switch (this) {
            case CASE -> "(?i)" + regex;
            case COLOURS -> regex.replaceAll("(?:\\\\u001[bB]|\\\\x1[bB]|\\\\e|\\\\0?33|\u001b)\\\\?\\[[0-9;]*m", "");
            case ANCHORS -> regex.replaceAll("^(?:\\^|\\\\A)|(?<!\\\\)(?:\\$|\\\\[zZ])$", "");
            case LITERAL -> Pattern.quote(regex);
            case BACKSLASHES -> regex.replace("\\\\", "\\");
            case WHITE_SPACE -> regex.replaceAll("[ \t]+", "\\\\h+");
        };
    }

    /** Empty where the pattern is the same, or none at all, after the change. */
    Optional<Pattern> of(Pattern pattern) {
        String changed = change(pattern.pattern());
        if (changed.equals(pattern.pattern()) || changed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(changed, pattern.flags()));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** What it says of a line that matches, as the end of a sentence. */
    String explain(Pattern pattern) {
        return this == LITERAL
                ? words + ": put a backslash before each of " + special(pattern.pattern())
                        + ", which mean something else in a regular expression"
                : words;
    }

    private static String special(String regex) {
        return regex.chars()
                .filter(character -> SPECIAL.indexOf(character) >= 0)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
