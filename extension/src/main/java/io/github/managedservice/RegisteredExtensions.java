package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The extensions of a test class, and its fields that hold one with services of its own. */
final class RegisteredExtensions {

    private RegisteredExtensions() {}

    /** All that JUnit calls for a context: those of its class, and those in fields of its instances once there are any. */
    static List<ManagedServiceExtension> of(ExtensionContext context) {
        List<ManagedServiceExtension> extensions = new ArrayList<>();
        for (Extension entered : ContextState.of(context).ofClass().entered()) {
            extensions.add((ManagedServiceExtension) entered);
        }
        if (context.getTestMethod().isPresent() && context.getTestInstances().isPresent()) {
            for (Object instance : context.getTestInstances().get().getAllInstances()) {
                extensions.addAll(values(instance.getClass(), instance));
            }
        }
        return extensions;
    }

    /** Whether fields have to wait for services that a test has alone. */
    static boolean startAnyForEachTest(ExtensionContext context) {
        for (Field field : around(context)) {
            if (!isStatic(field)) {
                return true;
            }
        }
        for (ManagedServiceExtension extension : of(context)) {
            if (extension.services.hasAnyForEachTest(context)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a class, or one around it, has services that its annotations do not tell of. Those around it are known to the
     * context alone: one that was inherited is in a subclass, and not in the class in which it is declared.
     */
    static boolean in(ExtensionContext context) {
        return !around(context).isEmpty();
    }

    private static List<Field> around(ExtensionContext context) {
        List<Field> around = new ArrayList<>(fields(context.getRequiredTestClass()));
        for (Class<?> enclosing : context.getEnclosingTestClasses()) {
            around.addAll(fields(enclosing));
        }
        return around;
    }

    /** Whether a class has services that start once and that its annotations do not tell of. */
    static boolean inStaticFieldOf(Class<?> testClass) {
        for (Field field : fields(testClass)) {
            if (isStatic(field)) {
                return true;
            }
        }
        return false;
    }

    static boolean isInStaticField(Class<?> testClass, ManagedServiceExtension extension) {
        return values(testClass, null).contains(extension);
    }

    /** What is in the fields of an instance, or in the static ones. */
    private static List<ManagedServiceExtension> values(Class<?> testClass, @Nullable Object instance) {
        List<ManagedServiceExtension> values = new ArrayList<>();
        for (Field field : fields(testClass)) {
            if (isStatic(field) == (instance == null)
                    && value(field, instance) instanceof ManagedServiceExtension extension) {
                values.add(extension);
            }
        }
        return values;
    }

    private static @Nullable Object value(Field field, @Nullable Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance)
                .toOptional()
                .orElse(null);
    }

    private static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }

    private static List<Field> fields(Class<?> testClass) {
        return ReflectionSupport.findFields(
                testClass,
                field -> field.isAnnotationPresent(RegisterExtension.class)
                        && field.getType().isAssignableFrom(ManagedServiceExtension.class),
                HierarchyTraversalMode.TOP_DOWN);
    }
}
