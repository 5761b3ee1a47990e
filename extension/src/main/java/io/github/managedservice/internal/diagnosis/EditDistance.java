package io.github.managedservice.internal.diagnosis;

import java.util.Arrays;

/** Counts how many characters must be changed, added or left out to make one text of another (Levenshtein). */
final class EditDistance {

    private EditDistance() {}

    /** Between two whole texts. */
    static int between(String one, String other) {
        return last(one, other, false)[other.length()];
    }

    /** Between a text and that part of another which is nearest to it (Sellers). */
    static int toPart(String sought, String text) {
        return Arrays.stream(last(sought, text, true)).min().orElse(sought.length());
    }

    private static int[] last(String down, String across, boolean startAnywhere) {
        int[] previous = new int[across.length() + 1];
        for (int column = 0; column <= across.length(); column++) {
            previous[column] = startAnywhere ? 0 : column;
        }
        int[] current = new int[across.length() + 1];
        for (int row = 1; row <= down.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= across.length(); column++) {
                int changed = previous[column - 1] + (down.charAt(row - 1) == across.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(previous[column], current[column - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous;
    }
}
