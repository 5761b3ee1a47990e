package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the caller wants to be played.
 *
 * @param full the whole table; else a selection that is soon over
 * @param ends only these; all if empty
 * @param habits only these; all if empty
 * @param rounds of each cell; what the plan says if empty
 * @param parallel how many rounds at once
 * @param directory where rounds, log and table go
 * @param library a jar of the library, or a directory of its classes, to be played instead of this build's
 * @param document the page that the full table is written into
 */
record Options(
        boolean full,
        List<End> ends,
        List<Habit> habits,
        Optional<Integer> rounds,
        int parallel,
        Path directory,
        Optional<Path> library,
        Path document) {

    Options {
        ends = List.copyOf(ends);
        habits = List.copyOf(habits);
        if (parallel < 1 || rounds.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("The number of rounds, and of those at once, must be positive.");
        }
    }

    /** Reads {@code guarantee.*}. */
    static Options ofSystemProperties() {
        return new Options(
                property("plan").equals("full"),
                names("ends").stream().map(End::valueOf).toList(),
                names("habits").stream().map(Habit::valueOf).toList(),
                Optional.of(property("rounds")).filter(text -> !text.isEmpty()).map(Integer::valueOf),
                Integer.parseInt(property("parallel")),
                Path.of(property("directory")).toAbsolutePath(),
                Optional.of(property("library")).filter(text -> !text.isEmpty()).map(Path::of),
                Path.of(property("document")).toAbsolutePath().normalize());
    }

    /** Whether it is the table that the documentation shows, with however many rounds. */
    boolean isWhole() {
        return full && ends.isEmpty() && habits.isEmpty();
    }

    private boolean isSelection() {
        return !ends.isEmpty() || !habits.isEmpty() || rounds.isPresent();
    }

    List<Round> plan() {
        if (!full && !isSelection()) {
            return Plan.brief();
        }
        return Plan.of(
                ends.isEmpty() ? List.of(End.values()) : ends,
                habits.isEmpty() ? List.of(Habit.values()) : habits,
                end -> rounds.orElse(end.rounds()));
    }

    private static List<String> names(String property) {
        return Arrays.stream(property(property).toUpperCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String property(String name) {
        return System.getProperty("guarantee." + name, "");
    }
}
