package io.github.managedservice;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A parameter or field into which something is to be injected.
 *
 * @param element it, with its annotations
 * @param type what it takes
 * @param name its name, where the compiler kept it
 * @param where what a message calls it
 */
record InjectionTarget(AnnotatedElement element, Class<?> type, Optional<String> name, String where) {

    static InjectionTarget of(Field field, Class<?> testClass) {
        Class<?> declaring = field.getDeclaringClass();
        return new InjectionTarget(
                field,
                field.getType(),
                Optional.of(field.getName()),
                "field '" + field.getName() + "'" + (declaring == testClass ? "" : " of class " + declaring.getName()));
    }

    static InjectionTarget of(Parameter parameter) {
        return new InjectionTarget(
                parameter,
                parameter.getType(),
                parameter.isNamePresent() ? Optional.of(parameter.getName()) : Optional.empty(),
                "parameter '" + parameter.getName() + "' of "
                        + (parameter.getDeclaringExecutable() instanceof Method method
                                ? "method '" + method.getName() + "'"
                                : "the constructor"));
    }

    /** Whether an element has one of the annotations. */
    static boolean isWanted(AnnotatedElement element) {
        return Wanted.by(element).isPresent();
    }

    /** Those of a class that are filled when no service of scope METHOD runs. */
    static Stream<InjectionTarget> beforeTests(Class<?> testClass) {
        return of(testClass, true);
    }

    /** Those of a class that are filled for each test. */
    static Stream<InjectionTarget> inTests(Class<?> testClass) {
        return of(testClass, false);
    }

    private static Stream<InjectionTarget> of(Class<?> testClass, boolean early) {
        List<Method> methods = ReflectionSupport.findMethods(
                testClass, method -> isEarly(method) == early, HierarchyTraversalMode.TOP_DOWN);
        Stream<Executable> executables = Stream.concat(
                early ? Stream.of(testClass.getDeclaredConstructors()) : Stream.empty(), methods.stream());
        return Stream.concat(
                InjectedFields.of(testClass).all().stream()
                        .filter(field -> Modifier.isStatic(field.getModifiers()) == early)
                        .map(field -> of(field, testClass)),
                executables
                        .flatMap(executable -> Stream.of(executable.getParameters()))
                        .filter(InjectionTarget::isWanted)
                        .map(InjectionTarget::of));
    }

    private static boolean isEarly(Method method) {
        return Modifier.isStatic(method.getModifiers())
                || AnnotationSupport.isAnnotated(method, BeforeAll.class)
                || AnnotationSupport.isAnnotated(method, AfterAll.class);
    }

    /** Why a service of a test comes too late for it, and what to change. */
    String early() {
        if (element instanceof Field) {
            return "a static field is set once, before all tests; remove 'static'";
        }
        return where.endsWith("the constructor")
                ? "the constructor is called before it starts; take a parameter of the test method instead"
                : "this method is not called during a test; take a parameter of the test method or of @BeforeEach instead";
    }

    /** The annotation that says what it takes; empty for a parameter that is known by its type. */
    Optional<Annotation> wanted() {
        return Wanted.by(element);
    }

    /** The service that is meant: the one that is named, else the only one, else the one named like this. */
    Optional<String> serviceAmong(String named, Set<String> services) {
        if (!named.isEmpty()) {
            return Optional.of(named).filter(services::contains);
        }
        return services.size() == 1 ? services.stream().findFirst() : name.filter(services::contains);
    }
}
