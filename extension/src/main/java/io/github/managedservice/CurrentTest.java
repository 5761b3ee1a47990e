package io.github.managedservice;

import io.github.managedservice.internal.group.ServiceObservation.Body;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Knows whose test a thread is running, so that an extension in a field can answer that test. */
final class CurrentTest {

    private static final ThreadLocal<Optional<ExtensionContext>> CONTEXT = ThreadLocal.withInitial(Optional::empty);

    private CurrentTest() {}

    /** Runs code of a test or class. A thread that waits may be given that of another one meanwhile, by a fork-join pool. */
    static void run(ExtensionContext context, Body code) throws Throwable {
        Optional<ExtensionContext> before = CONTEXT.get();
        CONTEXT.set(Optional.of(context));
        try {
            code.run();
        } finally {
            before.ifPresentOrElse(outer -> CONTEXT.set(before), CONTEXT::remove);
        }
    }

    /** That of the test or class whose code runs on this thread; empty on a thread that such code has started. */
    static Optional<ExtensionContext> context() {
        return CONTEXT.get();
    }
}
