package io.github.managedservice.service;

import io.github.managedservice.internal.output.GroupNames;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads regular expressions of a declaration. */
final class DeclaredPattern {

    private DeclaredPattern() {}

    static Pattern read(String element, String regex, Consumer<Mistake> mistakes) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            int index = e.getIndex() < 0 ? regex.length() : e.getIndex();
            mistakes.accept(Mistake.in(
                    Quotation.part(element, regex, index, index + 1),
                    "'" + element + "' is not a valid regular expression: " + e.getDescription()));
            return groupsOf(regex);
        }
    }

    /** Nothing but its groups, so that those who mention them are not wrong as well. */
    private static Pattern groupsOf(String broken) {
        return Pattern.compile(
                GroupNames.of(broken).stream().map("(?<%s>)"::formatted).collect(Collectors.joining()));
    }
}
