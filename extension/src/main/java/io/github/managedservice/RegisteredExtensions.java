package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The extensions of a test class, and its fields that hold one with services of its own. */
final class RegisteredExtensions {

    private RegisteredExtensions() {}

    /** All that JUnit calls for a context: those of its class, and those in fields of its instances once there are any. */
    static Stream<ManagedServiceExtension> of(ExtensionContext context) {
        return Stream.concat(
                ContextState.of(context).ofClass().entered().stream().map(ManagedServiceExtension.class::cast),
                inInstances(context));
    }

    /** Whether fields have to wait for services that a test has alone. */
    static boolean startAnyForEachTest(ExtensionContext context) {
        return around(context).anyMatch(field -> !isStatic(field))
                || of(context).anyMatch(extension -> extension.services.hasAnyForEachTest(context));
    }

    private static Stream<ManagedServiceExtension> inInstances(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? Stream.empty()
                : context.getTestInstances().stream()
                        .flatMap(instances -> instances.getAllInstances().stream())
                        .flatMap(instance -> values(instance.getClass(), instance));
    }

    /**
     * Whether a class, or one around it, has services that its annotations do not tell of. Those around it are known to the
     * context alone: one that was inherited is in a subclass, and not in the class in which it is declared.
     */
    static boolean in(ExtensionContext context) {
        return around(context).findAny().isPresent();
    }

    private static Stream<Field> around(ExtensionContext context) {
        return Stream.concat(Stream.of(context.getRequiredTestClass()), context.getEnclosingTestClasses().stream())
                .flatMap(RegisteredExtensions::fields);
    }

    /** Whether a class has services that start once and that its annotations do not tell of. */
    static boolean inStaticFieldOf(Class<?> testClass) {
        return fields(testClass).anyMatch(RegisteredExtensions::isStatic);
    }

    static boolean isInStaticField(Class<?> testClass, ManagedServiceExtension extension) {
        return values(testClass, null).anyMatch(extension::equals);
    }

    /** What is in the fields of an instance, or in the static ones. */
    private static Stream<ManagedServiceExtension> values(Class<?> testClass, @Nullable Object instance) {
        return fields(testClass)
                .filter(field -> isStatic(field) == (instance == null))
                .map(field ->
                        ReflectionSupport.tryToReadFieldValue(field, instance).toOptional())
                .flatMap(Optional::stream)
                .filter(ManagedServiceExtension.class::isInstance)
                .map(ManagedServiceExtension.class::cast);
    }

    private static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }

    private static Stream<Field> fields(Class<?> testClass) {
        return ReflectionSupport.streamFields(
                testClass,
                field -> field.isAnnotationPresent(RegisterExtension.class)
                        && field.getType().isAssignableFrom(ManagedServiceExtension.class),
                HierarchyTraversalMode.TOP_DOWN);
    }
}
