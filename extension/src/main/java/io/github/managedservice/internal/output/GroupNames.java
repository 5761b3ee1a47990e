package io.github.managedservice.internal.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the names of a pattern's groups. Java 17 does not tell them ({@code Pattern.namedGroups} came with 20), so
 * they are read from the pattern's text.
 */
public final class GroupNames {

    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final List<String> candidates;

    GroupNames(Pattern pattern) {
        candidates = of(pattern);
    }

    /**
     * Reads the names from a pattern's text.
     *
     * @param pattern the pattern
     * @return what looks like the name of a group; in quoted text it is none, and takes part in no match
     */
    public static List<String> of(Pattern pattern) {
        return of(pattern.pattern());
    }

    /**
     * Reads the names from what may not be a pattern in the end.
     *
     * @param regex the text of a pattern
     * @return what looks like the name of a group
     */
    public static List<String> of(String regex) {
        return NAMED_GROUP
                .matcher(regex)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** The groups that took part in a match, by name. */
    Map<String, String> captured(Matcher matched) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String name : candidates) {
            try {
                String value = matched.group(name);
                if (value != null) {
                    groups.put(name, value);
                }
            } catch (IllegalArgumentException e) {
                // It only looks like a group: it is quoted, escaped, or in a character class.
            }
        }
        return groups;
    }
}
