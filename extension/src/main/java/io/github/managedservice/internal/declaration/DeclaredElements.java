package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.PlaceholderNames.Known;
import io.github.managedservice.internal.text.GroupNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The elements of a declaration: as they were written, and read into values, in any order. */
final class DeclaredElements {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Map<String, Object> written;
    private final List<DeclaredText> launchTexts = new ArrayList<>();
    private final List<DeclaredText> lateTexts = new ArrayList<>();
    private final List<DeclarationProblem> problems = new ArrayList<>();

    DeclaredElements(Map<String, Object> written) {
        this.written = written;
    }

    List<DeclarationProblem> problems() {
        return problems;
    }

    /** The texts whose placeholders are known by then; grows with each element that is read. */
    List<DeclaredText> texts(Known known) {
        return known == Known.ONCE_STARTED ? lateTexts : launchTexts;
    }

    void problem(String element, Object value, String what) {
        problems.add(DeclarationProblem.in(Quotation.whole(element, value), what));
    }

    String string(String element, String missing) {
        return (String) written.getOrDefault(element, missing);
    }

    String[] strings(String element) {
        return (String[]) written.getOrDefault(element, new String[0]);
    }

    int[] numbers(String element) {
        return (int[]) written.getOrDefault(element, new int[0]);
    }

    Optional<Condition> condition(String element) {
        return Optional.ofNullable((Condition) written.get(element));
    }

    int number(String element, int largest, String rule) {
        int number = (int) written.getOrDefault(element, 0);
        if (number < 0 || number > largest) {
            problem(element, number, rule);
        }
        return number;
    }

    Duration duration(String element, Duration missing, boolean zero) {
        Duration duration = (Duration) written.getOrDefault(element, missing);
        if (duration.isNegative() || (duration.isZero() && !zero) || duration.compareTo(LONGEST) > 0) {
            problem(
                    element,
                    duration,
                    "'" + element
                            + (zero
                                    ? "' must be from zero to 365 days"
                                    : "' must be more than zero and at most 365 days"));
        }
        return duration;
    }

    Optional<Pattern> pattern(String element) {
        String regex = string(element, "");
        return regex.isEmpty() ? Optional.empty() : Optional.of(pattern(element, regex));
    }

    private Pattern pattern(String element, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            int index = e.getIndex() < 0 ? regex.length() : e.getIndex();
            problems.add(DeclarationProblem.in(
                    Quotation.part(element, regex, index, index + 1),
                    "'" + element + "' is not a valid regular expression: " + e.getDescription()));
            // Nothing but its groups, so that those who mention them are not wrong as well.
            return Pattern.compile(
                    GroupNames.of(regex).stream().map("(?<%s>)"::formatted).collect(Collectors.joining()));
        }
    }

    Optional<Template> text(String element, Known known) {
        String value = string(element, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        DeclaredText text = DeclaredText.read(element, value, problems::add);
        texts(known).add(text);
        return Optional.of(text.template());
    }

    List<Template> words(String element, Known known) {
        List<DeclaredText> words = Words.read(element, problems::add, strings(element));
        texts(known).addAll(words);
        return Words.templates(words);
    }

    List<Template> wordsIfAny(String element, Known known) {
        return strings(element).length == 0 ? List.of() : words(element, known);
    }

    Map<String, Template> assignments(String element, Known known) {
        String[] values = strings(element);
        Map<String, Template> assignments = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = Words.indexed(element, i, values.length);
            String value = values[i];
            int after = value.indexOf('=') + 1;
            if (after == 0) {
                problem(name, value, "'" + element + "' needs the form 'name=value', and '=' is missing");
            } else if (after == 1) {
                problem(name, value, "'" + element + "' needs the form 'name=value', and the name is missing");
            } else if (value.lastIndexOf('\0', after) >= 0) {
                problem(name, value, "a name cannot hold the character \\u0000");
            } else {
                DeclaredText text =
                        DeclaredText.read(name, value, value.substring(after), index -> index + after, problems::add);
                texts(known).add(text);
                assignments.put(value.substring(0, after - 1), text.template());
            }
        }
        return assignments;
    }
}
