package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service printed: since this start, before it, and after it was given up. */
public record Printed(List<SeenLine> lines, List<SeenLine> earlier, List<SeenLine> late) {

    public static final Printed NOTHING = new Printed(List.of(), List.of());

    public Printed {
        lines = List.copyOf(lines);
        earlier = List.copyOf(earlier);
        late = List.copyOf(late);
    }

    Printed(List<SeenLine> lines, List<SeenLine> earlier) {
        this(lines, earlier, List.of());
    }

    Optional<Found> find(Pattern pattern) {
        return all(pattern).findFirst();
    }

    Optional<Found> findLast(Pattern pattern) {
        return all(pattern).reduce((first, second) -> second);
    }

    Stream<Found> all(Pattern pattern) {
        return lines.stream().flatMap(line -> {
            Matcher matcher = pattern.matcher(line.text());
            return matcher.find() ? Stream.of(new Found(line, matcher)) : Stream.empty();
        });
    }

    record Found(SeenLine line, Matcher match) {

        String quoted() {
            return line.quoted();
        }

        /** As a hint shows it. */
        String shown(int number) {
            return line.shown(group(number));
        }

        String group(int number) {
            return String.valueOf(match.group(number));
        }
    }
}
