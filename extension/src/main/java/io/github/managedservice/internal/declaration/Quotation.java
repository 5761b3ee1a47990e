package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.JavaText;

/** A part of an element's value, as Java writes it. Both indexes are the length where something is missing. */
record Quotation(String element, String value, int start, int end) {

    private static final int LONGEST = 120;
    private static final int CONTEXT = 50;

    Quotation {
        start = Math.max(0, Math.min(start, value.length()));
        end = Math.max(start, Math.min(end, value.length()));
    }

    static Quotation whole(String element, Object value) {
        return part(element, value.toString(), 0, Integer.MAX_VALUE);
    }

    static Quotation part(String element, String value, int start, int end) {
        return new Quotation(element, value, start, end);
    }

    /** One line, and one more with a caret under each character that is meant, unless all of them are. */
    String text(String indent) {
        boolean isLong = value.length() > LONGEST;
        int from = isLong ? boundary(start - CONTEXT) : 0;
        int markEnd = isLong ? boundary(Math.min(end, start + CONTEXT)) : end;
        int to = isLong ? boundary(markEnd + CONTEXT) : value.length();
        String opening =
                indent + element + " = \"" + (from > 0 ? "…" : "") + JavaText.escaped(value.substring(from, start));
        String marked = JavaText.escaped(value.substring(start, markEnd));
        String line = opening
                + marked
                + JavaText.escaped(value.substring(markEnd, to))
                + (to < value.length() ? "…\"" : "\"");
        return isWhole() ? line : line + "\n" + " ".repeat(width(opening)) + "^".repeat(Math.max(1, width(marked)));
    }

    private boolean isWhole() {
        return start == 0 && end == value.length();
    }

    /** Not in the middle of a character of two. */
    private int boundary(int index) {
        int inside = Math.max(0, Math.min(index, value.length()));
        return inside > 0 && inside < value.length() && Character.isLowSurrogate(value.charAt(inside))
                ? inside - 1
                : inside;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
