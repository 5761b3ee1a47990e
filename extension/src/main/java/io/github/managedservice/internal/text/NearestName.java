package io.github.managedservice.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the valid names was meant by one that is none of them. */
public final class NearestName {

    /** Nobody means one of two names that are so long. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /** The one that differs in case alone, else the one with the fewest slips of the keyboard, if they are few. */
    public static Optional<String> of(String wrong, Collection<String> valid) {
        return valid.stream()
                .filter(name -> name.equalsIgnoreCase(wrong))
                .findFirst()
                .or(() -> valid.stream()
                        .filter(name -> isNear(wrong, name))
                        .min(Comparator.comparingInt(name -> distance(wrong, name))));
    }

    /** As the end of a sentence; empty if there is no such name. */
    public static String question(String wrong, Collection<String> valid) {
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

    /** In any case of letters. */
    private static int distance(String left, String right) {
        return EditDistance.typed(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }
}
