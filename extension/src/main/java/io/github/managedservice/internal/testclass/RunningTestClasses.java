package io.github.managedservice.internal.testclass;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** For callers that know only a class. Of two runs of a class at the same time, only the later one is known. */
public final class RunningTestClasses {

    private static final Map<Class<?>, TestClassServices> RUNNING = new ConcurrentHashMap<>();

    private RunningTestClasses() {}

    public static void add(Class<?> testClass, TestClassServices services) {
        RUNNING.put(testClass, services);
    }

    public static void remove(Class<?> testClass, TestClassServices services) {
        RUNNING.remove(testClass, services);
    }

    public static Optional<TestClassServices> find(Class<?> testClass) {
        return Optional.ofNullable(RUNNING.get(testClass));
    }
}
