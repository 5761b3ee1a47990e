package io.github.managedservice;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** A parameter or field. {@code wanted} is empty for a parameter that is known by its type. */
record InjectionTarget(
        AnnotatedElement element, Class<?> type, Optional<String> name, String where, Optional<Annotation> wanted) {

    private static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(ServicePort.class, ServiceValue.class, InjectService.class);

    /** The annotated fields of a class and its superclasses, looked for once. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> testClass) {
            return ReflectionSupport.findFields(
                    testClass,
                    field -> !isOfRecordComponent(field) && isWanted(field),
                    HierarchyTraversalMode.TOP_DOWN);
        }
    };

    static List<Field> fields(Class<?> testClass) {
        return FIELDS.get(testClass);
    }

    /** The compiler puts the annotation of a component on its field too, which the constructor fills. */
    private static boolean isOfRecordComponent(Field field) {
        return field.getDeclaringClass().isRecord() && !Modifier.isStatic(field.getModifiers());
    }

    static InjectionTarget of(Field field, Class<?> testClass) {
        Class<?> declaring = field.getDeclaringClass();
        return new InjectionTarget(
                field,
                field.getType(),
                Optional.of(field.getName()),
                "field '" + field.getName() + "'" + (declaring == testClass ? "" : " of class " + declaring.getName()),
                wanted(field));
    }

    static InjectionTarget of(Parameter parameter) {
        return new InjectionTarget(
                parameter,
                parameter.getType(),
                parameter.isNamePresent() ? Optional.of(parameter.getName()) : Optional.empty(),
                "parameter '" + parameter.getName() + "' of "
                        + (parameter.getDeclaringExecutable() instanceof Method method
                                ? "method '" + method.getName() + "'"
                                : "the constructor"),
                wanted(parameter));
    }

    static boolean isWanted(AnnotatedElement element) {
        return wanted(element).isPresent();
    }

    /** Finds the annotation, also where it is on another annotation. */
    private static Optional<Annotation> wanted(AnnotatedElement element) {
        for (Class<? extends Annotation> type : ANNOTATIONS) {
            Optional<? extends Annotation> found = AnnotationSupport.findAnnotation(element, type);
            if (found.isPresent()) {
                return Optional.of(found.get());
            }
        }
        return Optional.empty();
    }

    /** Those of a class that are filled when no service of scope METHOD runs. */
    static List<InjectionTarget> beforeTests(Class<?> testClass) {
        return of(testClass, true);
    }

    /** Those of a class that are filled for each test. */
    static List<InjectionTarget> inTests(Class<?> testClass) {
        return of(testClass, false);
    }

    private static List<InjectionTarget> of(Class<?> testClass, boolean early) {
        List<InjectionTarget> targets = new ArrayList<>();
        for (Field field : fields(testClass)) {
            if (Modifier.isStatic(field.getModifiers()) == early) {
                targets.add(of(field, testClass));
            }
        }
        List<Executable> executables = new ArrayList<>();
        if (early) {
            executables.addAll(List.of(testClass.getDeclaredConstructors()));
        }
        executables.addAll(ReflectionSupport.findMethods(
                testClass, method -> isEarly(method) == early, HierarchyTraversalMode.TOP_DOWN));
        for (Executable executable : executables) {
            for (Parameter parameter : executable.getParameters()) {
                if (isWanted(parameter)) {
                    targets.add(of(parameter));
                }
            }
        }
        return targets;
    }

    private static boolean isEarly(Method method) {
        return Modifier.isStatic(method.getModifiers())
                || AnnotationSupport.isAnnotated(method, BeforeAll.class)
                || AnnotationSupport.isAnnotated(method, AfterAll.class);
    }

    /** Says why services of a test come too late for it, and what to change. */
    String tooEarly(Set<String> services) {
        boolean one = services.size() == 1;
        return (one ? "service '" : "services '") + String.join("', '", services)
                + (one ? "' has scope METHOD and runs" : "' have scope METHOD and run") + " only during a test, but "
                + early() + ", or give the service scope = Scope.CLASS";
    }

    private String early() {
        if (element instanceof Field) {
            return "a static field is set once, before all tests; remove 'static'";
        }
        return where.endsWith("the constructor")
                ? "the constructor is called before it starts; take a parameter of the test method instead"
                : "this method is not called during a test; take a parameter of the test method or of @BeforeEach instead";
    }

    String annotation() {
        Class<?> type = wanted.isPresent() ? wanted.get().annotationType() : InjectService.class;
        return "@" + type.getSimpleName();
    }

    String subject() {
        return annotation() + " on " + where;
    }

    /** The service that the annotation names; may be empty. */
    String named() {
        Annotation annotation = wanted.orElse(null);
        return annotation instanceof ServicePort port
                ? port.value()
                : annotation instanceof InjectService service ? service.value() : "";
    }

    /** The service that is meant: the one that is named, else the only one, else the one named like this. */
    Optional<String> serviceAmong(Set<String> services) {
        if (named().isEmpty() && services.size() == 1) {
            return Optional.of(services.iterator().next());
        }
        Optional<String> meant = named().isEmpty() ? name : Optional.of(named());
        return meant.isPresent() && services.contains(meant.get()) ? meant : Optional.empty();
    }
}
