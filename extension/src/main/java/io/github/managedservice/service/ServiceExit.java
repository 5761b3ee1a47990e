package io.github.managedservice.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Describes how the process of a service ended.
 *
 * @param exitCode the exit code as {@link Process#exitValue()} returns it: 128 + n if signal n ended the process
 * @param signal the signal that corresponds to the exit code, such as {@code "KILL"} for 137; a process can also exit with such
 *     a code itself
 * @param duration the time from the start of the process to its end
 * @param expected whether {@link RunningService#stop()}, {@link RunningService#kill()}, {@link RunningService#restart()}, or
 *     {@link RunningService#signal} with TERM, INT or KILL was called before the exit
 * @since 0.1.0
 */
public record ServiceExit(int exitCode, Optional<String> signal, Duration duration, boolean expected) {

    /**
     * Checks that no component is null.
     *
     * @param exitCode the exit code
     * @param signal the signal, if any
     * @param duration the time from start to end
     * @param expected whether a call of the test explains the exit
     */
    public ServiceExit {
        requireNonNull(signal, "signal");
        requireNonNull(duration, "duration");
    }
}
