package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The annotated fields of a test class and its superclasses, looked for once and before anything is started. */
final class InjectedFields {

    private static final ClassValue<InjectedFields> KNOWN = new ClassValue<>() {
        @Override
        protected InjectedFields computeValue(Class<?> testClass) {
            return new InjectedFields(ReflectionSupport.findFields(
                    testClass, ServiceInjection::isWanted, HierarchyTraversalMode.TOP_DOWN));
        }
    };

    private final List<Field> fields;

    private InjectedFields(List<Field> fields) {
        this.fields = fields;
        fields.forEach(InjectedFields::requireNotFinal);
    }

    /**
     * Finds the fields of a class.
     *
     * @throws ExtensionConfigurationException if one can never be filled
     */
    static InjectedFields of(Class<?> testClass) {
        return KNOWN.get(testClass);
    }

    /** Those of an instance, or the static ones. */
    List<Field> in(@Nullable Object instance) {
        return fields.stream()
                .filter(field -> Modifier.isStatic(field.getModifiers()) == (instance == null))
                .toList();
    }

    /** What a message calls a field. */
    static String describe(Field field) {
        return "field '" + field.getName() + "' of class "
                + field.getDeclaringClass().getName();
    }

    private static void requireNotFinal(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(
                    "The " + describe(field) + " is final, so nothing can be injected");
        }
    }
}
