package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The line would match if the service printed it in UTF-8. */
final class CharsetHint {

    /** A decoder puts this in place of bytes that are not UTF-8. */
    private static final char UNKNOWN = '\ufffd';

    private static final String ANY_LETTER = "ä";

    private CharsetHint() {}

    static Optional<String> of(Pattern pattern, List<SeenLine> lines, Effort effort) {
        return Stream.concat(utf16(pattern, lines, effort), otherCharset(pattern, lines, effort))
                .findFirst();
    }

    private static Stream<String> utf16(Pattern pattern, List<SeenLine> lines, Effort effort) {
        return lines.stream()
                .filter(line -> isUtf16(line.text()))
                .filter(line -> effort.finds(pattern, withoutNul(line)))
                .map(line -> "the line " + line.quoted(withoutNul(line)) + " would match \"" + pattern
                        + "\", but every other byte of it is NUL: the service prints UTF-16, and only UTF-8 is read");
    }

    /** An ASCII character in UTF-16 has a NUL before or after it. A byte order mark may come first. */
    private static boolean isUtf16(String text) {
        long nul = text.chars().filter(character -> character == 0).count();
        return nul > 1 && nul >= text.length() / 2 - 2;
    }

    private static String withoutNul(SeenLine line) {
        return line.text().replace("\0", "").replace(String.valueOf(UNKNOWN), "");
    }

    private static Stream<String> otherCharset(Pattern pattern, List<SeenLine> lines, Effort effort) {
        Pattern tolerant = tolerant(pattern);
        return lines.stream()
                .filter(line -> line.text().indexOf(UNKNOWN) >= 0)
                .filter(line -> effort.finds(tolerant, line.text())
                        || effort.finds(pattern, line.text().replace(String.valueOf(UNKNOWN), ANY_LETTER)))
                .map(line -> "the line " + line.quoted() + " would match \"" + pattern
                        + "\", but it is not UTF-8: the service prints another charset, such as ISO-8859-1; start it with"
                        + " LC_ALL=C.UTF-8, or Java with -Dstdout.encoding=UTF-8 (before 18: -Dfile.encoding=UTF-8)");
    }

    /** The same pattern, but any character beyond ASCII may also be one that could not be decoded. */
    private static Pattern tolerant(Pattern pattern) {
        StringBuilder changed = new StringBuilder();
        boolean within = false;
        for (int character : pattern.pattern().codePoints().toArray()) {
            within = character == '[' || (within && character != ']');
            String letter = Character.toString(character);
            if (character <= 0x7f) {
                changed.append(letter);
            } else {
                changed.append(within ? letter + UNKNOWN : "[" + letter + UNKNOWN + "]");
            }
        }
        try {
            return Pattern.compile(changed.toString(), pattern.flags());
        } catch (PatternSyntaxException e) {
            return pattern;
        }
    }
}
