package io.github.managedservice.service;

import java.util.List;
import java.util.regex.Pattern;

/** The named groups of a regular expression, which Java 17 does not tell ({@code Pattern.namedGroups()} came with 20). */
final class GroupNames {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private GroupNames() {}

    static List<String> of(Pattern pattern) {
        return GROUP.matcher(pattern.pattern())
                .results()
                .map(result -> result.group(1))
                .filter(name -> isGroup(pattern, name))
                .distinct()
                .toList();
    }

    /** What looks like a group may be quoted or escaped text. */
    private static boolean isGroup(Pattern pattern, String name) {
        try {
            pattern.matcher("").start(name);
            return true;
        } catch (IllegalArgumentException noSuchGroup) {
            return false;
        } catch (IllegalStateException noMatchYet) {
            return true;
        }
    }
}
