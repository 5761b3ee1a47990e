package io.github.managedservice.internal.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of a pattern's groups from its text, because {@code Pattern.namedGroups} came with Java 20. */
public final class GroupNames {

    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final List<String> candidates;

    public GroupNames(Pattern pattern) {
        candidates = of(pattern);
    }

    /** Text that only looks like a group, such as quoted text, counts as one; it captures nothing. */
    public static List<String> of(Pattern pattern) {
        return of(pattern.pattern());
    }

    /** The text need not be a valid pattern. */
    public static List<String> of(String regex) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAMED_GROUP.matcher(regex);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return List.copyOf(names);
    }

    public boolean isEmpty() {
        return candidates.isEmpty();
    }

    public Map<String, String> captured(Matcher matched) {
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
