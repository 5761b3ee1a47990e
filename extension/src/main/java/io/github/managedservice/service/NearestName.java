package io.github.managedservice.service;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the valid names was meant by one that is none of them. */
final class NearestName {

    /** Nobody means one of two names that are so long. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /** The one that differs in case alone, else the one with the fewest slips of the keyboard, if they are few. */
    static Optional<String> of(String wrong, Collection<String> valid) {
        return valid.stream()
                .filter(name -> name.equalsIgnoreCase(wrong))
                .findFirst()
                .or(() -> valid.stream()
                        .filter(name -> isNear(wrong, name))
                        .min(Comparator.comparingInt(name -> distance(wrong, name))));
    }

    /** As the end of a sentence; empty if there is no such name. */
    static String question(String wrong, Collection<String> valid) {
        return of(wrong, valid).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private static boolean isNear(String wrong, String name) {
        int length = Math.max(wrong.length(), name.length());
        int few = Math.max(1, length / 3);
        return length > 1
                && length <= LONGEST
                && Math.abs(wrong.length() - name.length()) <= few
                && distance(wrong, name) <= few;
    }

    /** How many characters must be inserted, deleted, replaced or exchanged with their neighbour, in any case of letters. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, steps);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] steps) {
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, 1 + steps[i - 2][j - 2]) : least;
    }
}
