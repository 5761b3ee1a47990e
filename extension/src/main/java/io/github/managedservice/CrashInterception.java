package io.github.managedservice;

import io.github.managedservice.internal.group.ServiceObservation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Interrupts the code of a test when a service crashes, and makes the crash what the test fails with.
 *
 * <p>JUnit's own {@code @Timeout} is the first of all interceptors, so this one is on the thread that runs the test, even
 * if it is a separate one. What that makes of it is seen by the handlers, which are called last.
 */
// JUnit 6 says what may be null in these signatures, JUnit 5 does not, and each is an error with the other.
@NullUnmarked
interface CrashInterception
        extends InvocationInterceptor, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    @Override
    default <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> invocationContext,
            ExtensionContext context)
            throws Throwable {
        Optional<ServiceObservation> observation = observeThis(context);
        if (observation.isEmpty()) {
            return invocation.proceed();
        }
        try {
            return result(observation.get(), invocation, context);
        } catch (Throwable failure) {
            throw explain(observation.get(), failure);
        }
    }

    @Override
    default void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileAlive(invocation, context);
    }

    @Override
    default void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileAlive(invocation, context);
    }

    @Override
    default void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileAlive(invocation, context);
    }

    @Override
    default void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileAlive(invocation, context);
    }

    @Override
    default <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> invocationContext, ExtensionContext context)
            throws Throwable {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        return observation.isEmpty() ? invocation.proceed() : result(observation.get(), invocation, context);
    }

    /** A dynamic test has no callbacks and no handlers of its own. */
    @Override
    default void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        Optional<ServiceObservation> observation = observeThis(context);
        if (observation.isEmpty()) {
            invocation.proceed();
            return;
        }
        try {
            result(observation.get(), invocation, context);
            observation.get().requireAlive();
        } catch (Throwable thrown) {
            Throwable failure = explain(observation.get(), thrown);
            FailedTestOutput.publish(context, observation.get(), failure);
            throw failure;
        }
    }

    @Override
    default void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileEnding(invocation, context);
    }

    @Override
    default void interceptAfterAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        whileEnding(invocation, context);
    }

    private void whileAlive(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        if (observation.isEmpty()) {
            invocation.proceed();
        } else {
            result(observation.get(), invocation, context);
        }
    }

    private void whileEnding(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        if (observation.isEmpty()) {
            invocation.proceed();
        } else {
            observation.get().whileEnding(() -> CurrentTest.run(context, invocation));
        }
    }

    private static <T> T result(ServiceObservation observation, Invocation<T> invocation, ExtensionContext context)
            throws Throwable {
        AtomicReference<T> result = new AtomicReference<>();
        observation.whileAlive(() -> result.set(CurrentTest.run(context, invocation)));
        return result.get();
    }

    @Override
    default void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explain(context, failure);
    }

    @Override
    default void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explain(context, failure);
    }

    @Override
    default void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        throw explain(context, failure);
    }

    @Override
    default void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explain(context, failure);
    }

    @Override
    default void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explain(context, failure);
    }

    /** For code whose begin and end JUnit does not report to extensions. */
    private Optional<ServiceObservation> observeThis(ExtensionContext context) {
        ContextState state = ContextState.of(context);
        return state.isFirst(this) ? Optional.of(state.observation(context)) : Optional.empty();
    }

    private Throwable explain(ExtensionContext context, Throwable failure) {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        return observation.isPresent() ? explain(observation.get(), failure) : failure;
    }

    /** To look for a cause takes a moment, and a test that was aborted has not failed. */
    private static Throwable explain(ServiceObservation observation, Throwable failure) {
        return failure instanceof TestAbortedException ? failure : observation.explain(failure);
    }
}
