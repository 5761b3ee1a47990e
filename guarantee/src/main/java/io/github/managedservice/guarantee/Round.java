package io.github.managedservice.guarantee;

import java.util.Optional;

/**
 * One run of one service, and its end.
 *
 * @param end how the run ends
 * @param habit what the service does
 * @param number which of the rounds of this cell, from 0
 * @param of how many there are
 */
record Round(End end, Habit habit, int number, int of) {

    /** Where this round is on the way from the first to the last of its cell, from 0 to 1. */
    double progress() {
        return of < 2 ? 0.5 : (double) number / (of - 1);
    }

    /** Whether the process that was started as the service ends before the run does. */
    boolean rootLeaves() {
        return habit.rootLeaves() && !end.isMute();
    }

    /** Why it cannot be played here; empty if it can. */
    Optional<String> missing() {
        return habit.missing()
                .or(end.surroundings()::missing)
                .or(() -> end.cause() == Cause.RUN_ELSEWHEN ? Need.TIME_NAMESPACE.missing() : Optional.empty())
                .or(() -> end.surefire().flatMap(configuration -> MavenRun.missing()));
    }

    @Override
    public String toString() {
        return end + " of " + habit;
    }
}
