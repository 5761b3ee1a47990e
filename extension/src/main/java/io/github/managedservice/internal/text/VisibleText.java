package io.github.managedservice.internal.text;

/**
 * Makes text of unknown origin safe to display: a terminal runs control characters, a report file in XML may not
 * contain some of them, and directional characters reorder their neighbours. Each is written as {@code \x1b} or
 * <code>&#92;u202e</code>.
 *
 * <p>Tabs stay, and so do all letters of all scripts, with the joiners that some scripts need.
 */
public final class VisibleText {

    private static final String CUT = "…";

    private VisibleText() {}

    /** Keeps line breaks. */
    public static String of(String text) {
        return isHarmless(text, true) ? text : shown(text, true, Integer.MAX_VALUE);
    }

    /** For text on one line, such as a line of output or a file name: line breaks are shown too. */
    public static String line(String text) {
        return isHarmless(text, false) ? text : shown(text, false, Integer.MAX_VALUE);
    }

    /** Cuts a longer text with an ellipsis. Mask secrets first: half a secret is not recognized. */
    public static String line(String text, int longest) {
        return text.length() <= longest && isHarmless(text, false) ? text : shown(text, false, longest);
    }

    private static boolean isHarmless(String text, boolean lineBreaks) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            boolean kept = unit == '\n' ? lineBreaks : !isShown(unit);
            if (!kept || Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String text, boolean lineBreaks, int longest) {
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            int next = index + Character.charCount(character);
            if (lineBreaks && character == '\r' && next < text.length() && text.charAt(next) == '\n') {
                index = next;
                continue;
            }
            boolean kept = character == '\n' ? lineBreaks : !isShown(character);
            String piece = kept ? text.substring(index, next) : escape(character);
            if (shown.length() + piece.length() > longest) {
                return shown.append(CUT).toString();
            }
            shown.append(piece);
            index = next;
        }
        return shown.toString();
    }

    private static boolean isShown(int character) {
        return Character.isISOControl(character) ? character != '\t' : character > 0x9f && isShownBeyond(character);
    }

    private static boolean isShownBeyond(int character) {
        return isDirectional(character)
                || isNonCharacter(character)
                // A surrogate without its partner.
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                // These break lines in some programs.
                || character == '\u2028'
                || character == '\u2029'
                || character == '\ufeff';
    }

    /** Marks, embeddings, overrides and isolates (Unicode Standard Annex 9, section 2). */
    private static boolean isDirectional(int character) {
        return character == '\u061c'
                || character == '\u200e'
                || character == '\u200f'
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u206f');
    }

    /** U+FFFE and U+FFFF, also on the other planes, and U+FDD0 to U+FDEF. */
    private static boolean isNonCharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= '\ufdd0' && character <= '\ufdef');
    }

    private static String escape(int character) {
        if (character <= 0xff) {
            return hex("\\x", character, 2);
        }
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escaped.append(hex("\\u", unit, 4));
        }
        return escaped.toString();
    }

    private static String hex(String prefix, int value, int digits) {
        String hex = Integer.toHexString(value);
        return prefix + "0".repeat(digits - hex.length()) + hex;
    }
}
