package io.github.managedservice.internal.process;

import java.util.Optional;

/**
 * The marks of one process, whosever they are.
 *
 * @param limit its limit, if it has one and the platform tells
 * @param variable the value of {@link ProcessMark#VARIABLE}; empty if that is not set or the platform does not tell
 */
record Marks(Optional<FileLockLimit> limit, String variable) {

    static final Marks NONE = new Marks(Optional.empty(), "");

    boolean include(ProcessMark mark) {
        return limit.filter(its -> its.is(mark)).isPresent() || mark.isIn(variable);
    }
}
