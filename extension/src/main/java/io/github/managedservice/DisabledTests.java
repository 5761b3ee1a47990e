package io.github.managedservice;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds classes of which JUnit will run no test, though it calls their extensions and their methods before all tests. */
final class DisabledTests {

    /** An IDE sets it to run a single test that is disabled. */
    private static final String DEACTIVATED_CONDITIONS = "junit.jupiter.conditions.deactivate";

    private DisabledTests() {}

    /** Whether each test and nested class of a class is {@link Disabled}. What else JUnit's conditions hold is not asked. */
    static boolean areAllOf(ExtensionContext context) {
        Optional<String> deactivated = context.getConfigurationParameter(DEACTIVATED_CONDITIONS);
        return deactivated.isEmpty() && !hasEnabled(context.getRequiredTestClass());
    }

    private static boolean hasEnabled(Class<?> testClass) {
        for (Method test : tests(testClass)) {
            if (isEnabled(test)) {
                return true;
            }
        }
        for (Class<?> nested : nested(testClass)) {
            if (isEnabled(nested) && hasEnabled(nested)) {
                return true;
            }
        }
        return false;
    }

    private static List<Method> tests(Class<?> testClass) {
        return ReflectionSupport.findMethods(
                testClass,
                method -> AnnotationSupport.isAnnotated(method, Testable.class),
                HierarchyTraversalMode.BOTTOM_UP);
    }

    private static List<Class<?>> nested(Class<?> testClass) {
        return ReflectionSupport.findNestedClasses(
                testClass, nested -> AnnotationSupport.isAnnotated(nested, Nested.class));
    }

    private static boolean isEnabled(AnnotatedElement element) {
        return !AnnotationSupport.isAnnotated(element, Disabled.class);
    }
}
