package io.github.managedservice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The annotated fields of a test class and its superclasses, looked for once, and filled when services run. */
final class InjectedFields {

    private static final ClassValue<List<Field>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> testClass) {
            return ReflectionSupport.findFields(
                    testClass,
                    field -> !isOfRecordComponent(field) && InjectionTarget.isWanted(field),
                    HierarchyTraversalMode.TOP_DOWN);
        }
    };

    private InjectedFields() {}

    /** The compiler puts the annotation of a component on its field too, which the constructor fills. */
    private static boolean isOfRecordComponent(Field field) {
        return field.getDeclaringClass().isRecord() && !Modifier.isStatic(field.getModifiers());
    }

    static List<Field> of(Class<?> testClass) {
        return KNOWN.get(testClass);
    }

    /** Cheap check: most classes have no injected fields. */
    static boolean areIn(Class<?> testClass) {
        return !of(testClass).isEmpty();
    }

    /** Fills those of an instance, or the static ones of a class, with what a context sees. */
    static void fill(ExtensionContext context, Class<?> testClass, @Nullable Object instance) {
        ContextState.of(context)
                .visible()
                .ifPresent(visible -> visible.injector().injectFields(visible.group(), testClass, instance));
    }

    /** An instance of an enclosing class that has nothing for each test was filled when it was made, with what it sees. */
    static void fillInstances(ExtensionContext test) {
        Object innermost = test.getRequiredTestInstance();
        for (Object instance : test.getRequiredTestInstances().getAllInstances()) {
            if (areIn(instance.getClass()) && (instance == innermost || awaitTest(instance.getClass(), test))) {
                fill(test, instance.getClass(), instance);
            }
        }
    }

    private static boolean awaitTest(Class<?> enclosing, ExtensionContext test) {
        return Stream.iterate(
                        test.getParent(), Optional::isPresent, context -> context.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(context ->
                        context.getTestClass().filter(enclosing::equals).isPresent())
                .anyMatch(RegisteredExtensions::startAnyForEachTest);
    }
}
