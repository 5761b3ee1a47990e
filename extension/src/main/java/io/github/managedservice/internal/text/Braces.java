package io.github.managedservice.internal.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Finds the brace that closes each <code>${</code>, in one pass however deep they nest. */
public final class Braces {

    private static final String OPEN = "${";
    private static final int NONE = -1;

    private final int[] closing;

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

    public boolean isClosed(int open) {
        return closing[open] != NONE;
    }

    public int closing(int open) {
        return closing[open];
    }
}
