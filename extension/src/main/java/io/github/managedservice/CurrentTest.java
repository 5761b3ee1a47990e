package io.github.managedservice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** Knows whose test a thread is running, so that an extension in a field can answer that test. */
final class CurrentTest {

    private static final ThreadLocal<@Nullable ExtensionContext> CONTEXT = new ThreadLocal<>();

    private CurrentTest() {}

    /** Runs code of a test or class. A thread that waits may be given that of another one meanwhile, by a fork-join pool. */
    static <T extends @Nullable Object> T run(ExtensionContext context, Invocation<T> code) throws Throwable {
        ExtensionContext before = CONTEXT.get();
        CONTEXT.set(context);
        try {
            return code.proceed();
        } finally {
            if (before == null) {
                CONTEXT.remove();
            } else {
                CONTEXT.set(before);
            }
        }
    }

    /** That of the test or class whose code runs on this thread; empty on a thread that such code has started. */
    static Optional<ExtensionContext> context() {
        return Optional.ofNullable(CONTEXT.get());
    }
}
