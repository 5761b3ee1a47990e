package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.os.SystemError;

/** Explains what this JVM lacks, and which limit to raise. */
final class Shortage {

    private static final String LIMITS = " Look at 'ulimit -u' and, in a container, at its limit of pids.";

    private Shortage() {}

    static String reason(Throwable failure) {
        return reason(failure, failure.toString());
    }

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
