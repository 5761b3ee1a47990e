package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Makes text of the bytes of a line: decoded, without terminal sequences. */
final class LineText {

    private static final char ESCAPE = '\u001b';

    /**
     * The sequences of ECMA-48, sections 5.3 to 5.6: CSI; then OSC and other strings up to BEL (xterm's habit) or ST;
     * then the short ones of ISO 2022. Possessive, for then no input is slow. A string without its end is left as it
     * is, or the rest of the line would be lost. A sequence that another one breaks off is removed too, as a terminal
     * does: what is left of it would make a new sequence with the text after the other one.
     */
    private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\u001b(?:"
            + "\\[[0-?]*+[ -/]*+(?:[@-~]|(?=\u001b))"
            + "|[\\]PX^_][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)"
            + "|[ -/]++(?:[0-~]|(?=\u001b))"
            + "|[0-~&&[^\\[\\]PX^_]]"
            + "|(?=\u001b)"
            + ")");

    private LineText() {}

    static String of(byte[] bytes, int start, int length) {
        String text = new String(bytes, start, length, UTF_8);
        if (text.indexOf(ESCAPE) >= 0) {
            text = TERMINAL_SEQUENCE.matcher(text).replaceAll("");
        }
        return text;
    }
}
