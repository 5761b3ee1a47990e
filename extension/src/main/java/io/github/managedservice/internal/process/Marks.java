package io.github.managedservice.internal.process;

import java.util.Optional;

/** The marks of one process, of whatever service; empty where it has none or the platform does not show them. */
record Marks(Optional<FileLockLimit> limit, String variable) {

    static final Marks NONE = new Marks(Optional.empty(), "");

    boolean include(ProcessMark mark) {
        return limit.filter(its -> its.is(mark)).isPresent() || mark.isIn(variable);
    }
}
