package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The annotated fields of a test class and its superclasses, looked for once. */
final class InjectedFields {

    private static final ClassValue<InjectedFields> KNOWN = new ClassValue<>() {
        @Override
        protected InjectedFields computeValue(Class<?> testClass) {
            return new InjectedFields(ReflectionSupport.findFields(
                    testClass,
                    field -> !isOfRecordComponent(field) && InjectionTarget.isWanted(field),
                    HierarchyTraversalMode.TOP_DOWN));
        }
    };

    private final List<Field> fields;

    private InjectedFields(List<Field> fields) {
        this.fields = fields;
    }

    /** The compiler puts the annotation of a component on its field too, which the constructor fills. */
    private static boolean isOfRecordComponent(Field field) {
        return field.getDeclaringClass().isRecord() && !Modifier.isStatic(field.getModifiers());
    }

    /** Finds the fields of a class. */
    static InjectedFields of(Class<?> testClass) {
        return KNOWN.get(testClass);
    }

    List<Field> all() {
        return fields;
    }

    /** Whether a class has any. To be asked first, for most have none, and the test is waiting. */
    static boolean areIn(Class<?> testClass) {
        return !of(testClass).all().isEmpty();
    }

    /** Those of an instance, or the static ones. */
    List<Field> in(@Nullable Object instance) {
        return fields.stream()
                .filter(field -> Modifier.isStatic(field.getModifiers()) == (instance == null))
                .toList();
    }
}
