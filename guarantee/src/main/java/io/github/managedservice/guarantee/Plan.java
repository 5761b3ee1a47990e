package io.github.managedservice.guarantee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Says which rounds are played. */
final class Plan {

    /** A round of Maven takes ten seconds, and where Maven is killed, half a minute. */
    private static final Set<End> SUREFIRE = EnumSet.of(End.SUREFIRE_INTERRUPT);

    private static final Set<Habit> FEW = EnumSet.of(
            Habit.PLAIN, Habit.THREE_GENERATIONS, Habit.SESSION_AND_DAEMON, Habit.NO_ENVIRONMENT, Habit.CHAIN);

    /** Real programs, which take their time to start. */
    private static final Set<Habit> REAL = EnumSet.of(Habit.NPX_SERVER, Habit.POSTGRES, Habit.REDIS_PAIR);

    private static final Set<End> MAIN =
            EnumSet.of(End.NORMAL, End.KILL, End.HALT, End.TERM, End.SUREFIRE, End.SUREFIRE_KILL);

    private Plan() {}

    /** A selection: every habit in the end that matters most, and every end with the habits that are hardest to end. */
    static List<Round> brief() {
        List<Round> plan = new ArrayList<>(of(
                List.of(End.KILL),
                Arrays.stream(Habit.values())
                        .filter(habit -> !REAL.contains(habit))
                        .toList(),
                end -> 1));
        plan.addAll(of(
                Arrays.stream(End.values())
                        .filter(end -> end != End.KILL && end.shortfall().isEmpty())
                        .filter(end -> end.surefire().isEmpty() || SUREFIRE.contains(end))
                        .toList(),
                List.of(Habit.SESSION_AND_DAEMON),
                end -> 1));
        plan.addAll(of(
                List.of(End.KILL_WITHOUT_SETSID, End.NORMAL_WITHOUT_SHELL),
                List.of(Habit.PLAIN, Habit.THREE_GENERATIONS),
                end -> 1));
        plan.addAll(of(
                List.of(End.NORMAL, End.HALT),
                List.of(Habit.ROOT_EXITED, Habit.LOWERS_LIMIT, Habit.CHAIN, Habit.STOPPED),
                end -> 1));
        plan.addAll(of(List.of(End.NORMAL), List.of(Habit.UNMARKED_GROUP, Habit.UNMARKED_GROUP_ROOT_EXITED), end -> 1));
        plan.addAll(of(List.of(End.NORMAL_WITH_MOUNT, End.KILL_WITH_MOUNT), List.of(Habit.MOUNT), end -> 1));
        plan.addAll(
                of(List.of(End.NORMAL_WITH_FROZEN_LOAD, End.KILL_WITH_FROZEN_LOAD), List.of(Habit.CHAIN), end -> 1));
        // Servers, whose ports must be free afterwards.
        plan.addAll(of(List.of(End.NORMAL), List.of(Habit.REDIS_PAIR), end -> 1));
        return plan;
    }

    /** Each of the ends with each of the habits; first rounds of all cells first, so that a stopped run has seen most. */
    static List<Round> of(Collection<End> ends, Collection<Habit> habits, ToIntFunction<End> rounds) {
        int most = ends.stream().mapToInt(rounds).max().orElse(0);
        List<Round> plan = new ArrayList<>();
        for (int number = 0; number < most; number++) {
            for (End end : ends) {
                for (Habit habit : habits) {
                    if (suits(end, habit) && number < rounds.applyAsInt(end)) {
                        plan.add(new Round(end, habit, number, rounds.applyAsInt(end)));
                    }
                }
            }
        }
        return plan;
    }

    /** Around a JVM that lacks something, or is slow to start, a few habits are enough. */
    private static boolean suits(End end, Habit habit) {
        if (REAL.contains(habit)) {
            return MAIN.contains(end);
        }
        if (habit == Habit.MOUNT || end.surroundings() == Surroundings.OWN_MOUNTS) {
            return habit == Habit.MOUNT && end.surroundings() == Surroundings.OWN_MOUNTS;
        }
        return switch (end.surroundings()) {
            case USUAL -> end.surefire().isEmpty() || FEW.contains(habit);
            case NO_SHELL, NO_PROC -> habit == Habit.PLAIN;
            case ANOTHER_USER -> habit == Habit.CHANGED_USER;
            // They take every pid that comes free.
            case LIMITED_PIDS -> FEW.contains(habit) || habit == Habit.FORKS_ALWAYS || habit == Habit.FAST_CHAIN;
            case FROZEN_LOAD -> FEW.contains(habit) || habit == Habit.FAST_CHAIN;
            case NO_SETSID -> habit == Habit.PLAIN || habit == Habit.THREE_GENERATIONS;
            default -> FEW.contains(habit);
        };
    }
}
