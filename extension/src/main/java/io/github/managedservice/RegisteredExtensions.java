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

    /**
     * Whether a class, or one around it, has services that its annotations do not tell of. Those around it are known to the
     * context alone: one that was inherited is in a subclass, and not in the class in which it is declared.
     */
    static boolean in(ExtensionContext context) {
        return Stream.concat(Stream.of(context.getRequiredTestClass()), context.getEnclosingTestClasses().stream())
                .flatMap(RegisteredExtensions::fields)
                .findAny()
                .isPresent();
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
