package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A condition that is being watched during one start. */
public interface ReadinessWatch extends AutoCloseable {

    CompletableFuture<Void> ready();

    /** Lends the calling thread to the watch, which returns it early when it has no use for it. */
    default void awaitOnCallingThread(Duration limit, BooleanSupplier decided) throws InterruptedException {}

    /**
     * Asks nothing more, and waits a moment until that is so: what a service answers while it is being killed, or has ended, is
     * no answer. What it has printed is still looked at.
     */
    default void stopAsking() {}

    ConditionState state();

    @Override
    void close();
}
