package io.github.managedservice.guarantee;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of all rounds, as a table with a row for each habit. */
final class Report {

    private static final int COLUMNS = 6;

    private final Map<End, Map<Habit, Cell>> cells = new EnumMap<>(End.class);
    private final List<Outcome> failures = new ArrayList<>();
    private int rounds;
    private int survived;
    private int touched;

    void add(Outcome outcome) {
        Round round = outcome.round();
        cells.computeIfAbsent(round.end(), end -> new EnumMap<>(Habit.class))
                .computeIfAbsent(round.habit(), habit -> new Cell())
                .add(outcome);
        if (outcome instanceof Outcome.Counted counted) {
            rounds++;
            survived += counted.survivors().isEmpty() ? 0 : 1;
            touched += counted.touched().size();
        }
        if (isFailure(outcome)) {
            failures.add(outcome);
        }
    }

    /**
     * Whether a round should not have gone as it did. What is known to fall short may, but touches nobody either, and an
     * orderly end has to tell who survives.
     */
    static boolean isFailure(Outcome outcome) {
        boolean mayFallShort = outcome.round().end().shortfall().isPresent()
                && outcome instanceof Outcome.Counted counted
                && counted.touched().isEmpty()
                && (counted.isToldOf() || !outcome.round().end().isOrderly());
        return !outcome.isKept() && !mayFallShort;
    }

    /** The rounds that should not have gone as they did. */
    List<Outcome> failures() {
        return List.copyOf(failures);
    }

    /** How many rounds came to their end. */
    int rounds() {
        return rounds;
    }

    /** One sentence. */
    String summary() {
        return rounds + " rounds: " + survived + " with a survivor, " + touched + " bystanders touched, "
                + failures.size() + " not as promised";
    }

    /** Markdown, in pieces that are not too wide, with the reasons for what is missing or falls short below. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        List<End> ends = List.copyOf(cells.keySet());
        for (int from = 0; from < ends.size(); from += COLUMNS) {
            append(text, ends.subList(from, Math.min(ends.size(), from + COLUMNS)));
        }
        reasons()
                .forEach((what, reason) -> text.append("- ")
                        .append(what)
                        .append(": ")
                        .append(reason)
                        .append(".\n"));
        return text.toString();
    }

    private void append(StringBuilder text, List<End> ends) {
        text.append("| |");
        ends.forEach(end -> text.append(' ').append(end.title()).append(" |"));
        text.append("\n|---|").append("---|".repeat(ends.size())).append('\n');
        for (Habit habit : Habit.values()) {
            if (ends.stream().noneMatch(end -> column(end).containsKey(habit))) {
                continue;
            }
            text.append("| ").append(habit.title()).append(" |");
            for (End end : ends) {
                Cell cell = column(end).get(habit);
                text.append(' ').append(cell == null ? "" : cell).append(" |");
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private Map<Habit, Cell> column(End end) {
        return cells.getOrDefault(end, Map.of());
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (End end : cells.keySet()) {
            end.shortfall().ifPresent(reason -> reasons.put(end.title(), reason));
            column(end)
                    .forEach((habit, cell) -> cell.outcomes().stream()
                            .filter(Outcome.Missing.class::isInstance)
                            .map(Outcome.Missing.class::cast)
                            .forEach(missing -> reasons.put(missing.what(), missing.reason())));
        }
        return reasons;
    }
}
