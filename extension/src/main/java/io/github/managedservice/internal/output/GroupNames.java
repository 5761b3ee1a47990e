package io.github.managedservice.internal.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows the names of a pattern's groups. Java 17 does not tell them ({@code Pattern.namedGroups} came with 20), so
 * they are read from the pattern's text.
 */
final class GroupNames {

    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Set<String> candidates;

    GroupNames(Pattern pattern) {
        candidates = NAMED_GROUP
                .matcher(pattern.pattern())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toUnmodifiableSet());
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
