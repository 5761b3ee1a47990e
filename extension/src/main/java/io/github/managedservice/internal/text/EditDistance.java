package io.github.managedservice.internal.text;

import java.util.Arrays;

/** How many characters to change, insert or delete to turn one text into another. */
public final class EditDistance {

    private EditDistance() {}

    /** Two swapped neighbours count as one change (Damerau-Levenshtein distance). */
    public static int typed(String one, String other) {
        return last(one, other, false)[other.length()];
    }

    /** To the part of the text that is nearest (Sellers). */
    public static int toPart(String sought, String text) {
        return Arrays.stream(last(sought, text, true)).min().orElse(sought.length());
    }

    private static int[] last(String down, String across, boolean startAnywhere) {
        int[] beforePrevious = new int[across.length() + 1];
        int[] previous = new int[across.length() + 1];
        int[] current = new int[across.length() + 1];
        for (int column = 0; column <= across.length(); column++) {
            current[column] = startAnywhere ? 0 : column;
        }
        for (int row = 1; row <= down.length(); row++) {
            int[] swap = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = swap;
            current[0] = row;
            for (int column = 1; column <= across.length(); column++) {
                int changed = previous[column - 1] + (down.charAt(row - 1) == across.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(previous[column], current[column - 1]));
                if (!startAnywhere && areExchanged(down, row, across, column)) {
                    current[column] = Math.min(current[column], 1 + beforePrevious[column - 2]);
                }
            }
        }
        return current;
    }

    private static boolean areExchanged(String down, int row, String across, int column) {
        return row > 1
                && column > 1
                && down.charAt(row - 1) == across.charAt(column - 2)
                && down.charAt(row - 2) == across.charAt(column - 1);
    }
}
