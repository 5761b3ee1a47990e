package io.github.managedservice.guarantee;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of a round. */
sealed interface Outcome {

    /** Which one. */
    Round round();

    /** Whether the library has kept its promises in it. */
    default boolean isKept() {
        return true;
    }

    /**
     * It came to its end.
     *
     * @param gone how long it took until the last was gone; empty if somebody survived
     * @param jvmGone how long it took until the JVM itself was gone
     * @param survivors whom the harness had to end, or the ports that were still taken
     * @param touched the bystanders that were ended, stopped or deleted
     * @param said what the run printed, if there is something to explain
     */
    record Counted(
            Round round,
            Optional<Duration> gone,
            Optional<Duration> jvmGone,
            List<Survivor> survivors,
            List<Stranger> touched,
            String said)
            implements Outcome {

        @Override
        public boolean isKept() {
            return survivors.isEmpty() && touched.isEmpty();
        }

        /** Whether the run itself has told who survives. */
        boolean isToldOf() {
            return survivors.stream().allMatch(survivor -> survivor.isNamedIn(said));
        }
    }

    /**
     * It cannot be played here.
     *
     * @param reason what this machine lacks
     */
    record Missing(Round round, String reason) implements Outcome {

        /** Which of the two it is that cannot be had. */
        String what() {
            return round.habit().missing().isPresent()
                    ? round.habit().title()
                    : round.end().title();
        }
    }

    /**
     * It did not come to where it should end, so that it says nothing.
     *
     * @param reason what happened
     */
    record Broken(Round round, String reason) implements Outcome {

        @Override
        public boolean isKept() {
            return false;
        }
    }
}
