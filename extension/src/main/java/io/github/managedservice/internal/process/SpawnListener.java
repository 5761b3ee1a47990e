package io.github.managedservice.internal.process;

/** Learns what becomes of a spawned process, so that it can be ended if this JVM dies. */
public interface SpawnListener {

    /** The process exists and does nothing yet; it started that many clock ticks after the boot. */
    void started(ProcessMark mark, long pid, long startTicks);

    /** It has ended, a moment before that many clock ticks after the boot. */
    void left(ProcessMark mark, long ticks);
}
