package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Decodes the bytes of a line, and removes terminal sequences. */
final class LineText {

    private static final char ESCAPE = '\u001b';

    /**
     * ECMA-48, sections 5.3 to 5.6: CSI; then OSC and other strings up to BEL (a habit of xterm) or ST; then the short
     * sequences of ISO 2022. Quantifiers are possessive, so that no input is slow. A string without an end stays, or
     * the rest of the line would be lost. A sequence that another one breaks off is removed, as a terminal does: its
     * rest would form a new sequence with the text after the other one.
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
