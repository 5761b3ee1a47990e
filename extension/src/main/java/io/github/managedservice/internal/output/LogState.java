package io.github.managedservice.internal.output;

import java.util.Set;

/**
 * How far a log has come.
 *
 * @param position the number of bytes so far
 * @param ended the sources that have reached their end
 * @param closed whether nobody will follow it any more
 */
record LogState(long position, Set<OutputSource> ended, boolean closed) {

    LogState {
        ended = Set.copyOf(ended);
    }
}
