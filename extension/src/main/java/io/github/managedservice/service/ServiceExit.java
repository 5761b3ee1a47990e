package io.github.managedservice.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How the process of a service ended.
 *
 * @param exitCode as the JDK gives it: 128 + n when signal n ended the process
 * @param signal the signal that the exit code stands for, {@code "KILL"} for 137; a process may also choose such a code
 *     itself
 * @param duration from the start of the process to its end
 * @param expected whether it was ended by {@link RunningService#stop()}, {@link RunningService#kill()},
 *     {@link RunningService#restart()} or a signal sent to end it
 * @since 0.1.0
 */
public record ServiceExit(int exitCode, Optional<String> signal, Duration duration, boolean expected) {

    /**
     * Checks that nothing is missing.
     *
     * @param exitCode the code
     * @param signal the signal, if any
     * @param duration from start to end
     * @param expected whether it was to end
     */
    public ServiceExit {
        requireNonNull(signal, "signal");
        requireNonNull(duration, "duration");
    }
}
