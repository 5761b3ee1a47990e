package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.os.SystemError;

/** Says what this JVM could not have, in the words of who can change that. */
final class Shortage {

    private static final String LIMITS = " Look at 'ulimit -u' and, in a container, at its limit of pids.";

    private Shortage() {}

    /** Why something could not be done, as the end of a sentence or more. */
    static String reason(Throwable failure) {
        return reason(failure, failure.toString());
    }

    /** The same, where other failures than those of a shortage have words of their own. */
    static String reason(Throwable failure, String otherwise) {
        String what = failure.toString();
        if (failure instanceof OutOfMemoryError) {
            return what.contains("native thread")
                    ? "no further thread can be created (" + what + ")." + LIMITS
                    : "this JVM has no memory left (" + what + ").";
        }
        if (SystemError.NO_MORE_PROCESSES.isIn(failure)) {
            return "no further process can be created (" + what + ")." + LIMITS;
        }
        if (what.contains("Too many open files")) {
            return "no further file can be opened (" + what + "). Look at 'ulimit -n'.";
        }
        return otherwise;
    }
}
