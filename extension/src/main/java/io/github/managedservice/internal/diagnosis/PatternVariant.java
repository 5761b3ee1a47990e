package io.github.managedservice.internal.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** A common mistake in patterns, and its correction. */
enum PatternVariant {
    CASE("because of upper and lower case"),
    COLOURS("because colours are taken out of lines before these are looked at"),
    ANCHORS("because of "),
    LITERAL("because of "),
    BACKSLASHES("because the pattern has two backslashes where one is meant"),
    WHITE_SPACE("because white space differs");

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
            case LITERAL -> regex.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
            case BACKSLASHES -> regex.replace("\\\\", "\\");
            case WHITE_SPACE -> regex.replaceAll("[ \t]+", "\\\\h+");
        };
    }

    /** Empty if the change makes no difference, or an invalid pattern. */
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

    /**
     * The end of a sentence about a line that matches. Suggests the pattern only if it has no secrets: escaping would
     * hide them from the mask.
     */
    String explain(Pattern pattern, boolean suggest) {
        String regex = pattern.pattern();
        String why = switch (this) {
            case LITERAL -> words + special(regex) + ", which a regular expression takes for something else";
            case ANCHORS -> words + anchors(regex);
            default -> words;
        };
        return suggest ? why + javaSource(change(regex)) : why;
    }

    private static String javaSource(String regex) {
        return ": write \"" + regex.replace("\\", "\\\\").replace("\"", "\\\"") + "\" in Java source";
    }

    private static String anchors(String regex) {
        boolean start = regex.matches("(?s)(?:\\^|\\\\A).*");
        boolean end = regex.matches("(?s).*(?<!\\\\)(?:\\$|\\\\[zZ])");
        if (start && end) {
            return "^ and $, which want the whole line";
        }
        return start ? "^, which wants the start of the line" : "$, which wants the end of the line";
    }

    private static String special(String regex) {
        return regex.chars()
                .filter(character -> SPECIAL.indexOf(character) >= 0)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
