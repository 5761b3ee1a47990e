package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The fields of a test class that hold an extension with services of its own. */
final class RegisteredExtensions {

    private RegisteredExtensions() {}

    /** Whether a class, or one around it, has services for each test that its annotations do not tell of. */
    static boolean inInstanceField(ExtensionContext context) {
        return around(context).anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** The extensions in fields of the instances of a test; none before there are any. */
    static Stream<ManagedServiceExtension> inInstances(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? Stream.empty()
                : context.getTestInstances().stream()
                        .flatMap(instances -> instances.getAllInstances().stream())
                        .flatMap(RegisteredExtensions::in);
    }

    private static Stream<ManagedServiceExtension> in(Object instance) {
        return fields(instance.getClass())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field ->
                        ReflectionSupport.tryToReadFieldValue(field, instance).toOptional())
                .flatMap(Optional::stream)
                .filter(ManagedServiceExtension.class::isInstance)
                .map(ManagedServiceExtension.class::cast);
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
        return fields(testClass).anyMatch(field -> Modifier.isStatic(field.getModifiers()));
    }

    static boolean isInStaticField(Class<?> testClass, ManagedServiceExtension extension) {
        return fields(testClass)
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> ReflectionSupport.tryToReadFieldValue(field, null).toOptional())
                .flatMap(Optional::stream)
                .anyMatch(extension::equals);
    }

    private static Stream<Field> fields(Class<?> testClass) {
        return ReflectionSupport.streamFields(
                testClass,
                field -> field.isAnnotationPresent(RegisterExtension.class)
                        && field.getType().isAssignableFrom(ManagedServiceExtension.class),
                HierarchyTraversalMode.TOP_DOWN);
    }
}
