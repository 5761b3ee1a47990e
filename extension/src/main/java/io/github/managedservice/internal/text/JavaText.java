package io.github.managedservice.internal.text;

import java.util.stream.Collectors;

/** Writes a text as it stands in a Java source, on one line and with nothing invisible in it. */
public final class JavaText {

    private JavaText() {}

    public static String escaped(String text) {
        return text.codePoints().mapToObj(JavaText::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> isVisible(character) ? Character.toString(character) : unicode(character);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String unicode(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(unit -> "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }
}
