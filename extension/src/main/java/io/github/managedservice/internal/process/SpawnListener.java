package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ProcessMark;

/** Notified of a spawned process, so that it can be ended if this JVM dies. */
@FunctionalInterface
public interface SpawnListener {

    /** The process exists but does nothing yet; it started that many clock ticks after the boot. */
    void started(ProcessMark mark, long pid, long startTicks);

    /** It ended a moment before that many clock ticks after the boot. */
    default void left(ProcessMark mark, long ticks) {}
}
