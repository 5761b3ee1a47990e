package io.github.managedservice.internal.process;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Knows which brace closes which <code>${</code>, found in one pass however deep they nest. */
public final class Braces {

    private static final String OPEN = "${";
    private static final int NONE = -1;

    private final int[] closing;

    /**
     * Reads a text.
     *
     * @param text any text
     */
    public Braces(String text) {
        closing = new int[text.length()];
        Arrays.fill(closing, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith(OPEN, at)) {
                open.push(at);
            } else if (text.charAt(at) == '}' && !open.isEmpty()) {
                closing[open.pop()] = at;
            }
        }
    }

    /**
     * Tells whether a <code>${</code> is ever closed.
     *
     * @param open its index
     * @return whether there is a brace for it
     */
    public boolean isClosed(int open) {
        return closing[open] != NONE;
    }

    /**
     * Finds the brace that closes a <code>${</code>.
     *
     * @param open its index
     * @return the index of the brace
     */
    public int closing(int open) {
        return closing[open];
    }
}
