package io.github.managedservice.internal.testclass;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The test classes that are being run, for those who are told a class and nothing more. Of a class that is run twice at the
 * same time only the later run is known.
 */
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
