package io.github.managedservice;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names a test or class as a failure mentions it: {@code CartTests.stores_an_item}. */
final class TestName {

    private TestName() {}

    /** One of several tests of a method has only its display name to tell it from the others. */
    static String of(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestMethod().isPresent()
                        || context.getTestClass().isEmpty())
                .map(parent -> of(parent) + " " + context.getDisplayName())
                .orElseGet(() -> className(context) + methodName(context));
    }

    private static String className(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return testClass
                .getName()
                .substring(testClass.getPackageName().length())
                .replaceFirst("^\\.", "")
                .replace('$', '.');
    }

    private static String methodName(ExtensionContext context) {
        return context.getTestMethod()
                .map(Method::getName)
                .map(name -> "." + name)
                .orElse("");
    }
}
