package io.github.managedservice;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.group.ReportedFailures;
import io.github.managedservice.internal.group.SharedServices;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** The services of scope SESSION. They end with the launcher session. */
final class SessionServices implements StoredResource {

    private final Map<String, Declared> declared = new ConcurrentHashMap<>();
    private final SharedServices services = new SharedServices();
    private final ReportedFailures failures = new ReportedFailures();

    private SessionServices() {}

    private record Declared(ManagedService annotation, Class<?> testClass) {}

    static SessionServices of(ExtensionContext context) {
        return Stores.ofSession(context, SessionServices.class, key -> new SessionServices());
    }

    SharedServices services() {
        return services;
    }

    ReportedFailures failures() {
        return failures;
    }

    /** How often the service that an annotation declares was replaced by another start. */
    int replacements(ManagedService annotation) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getValue().annotation.equals(annotation))
                .mapToInt(entry -> services.replacements(entry.getKey()))
                .sum();
    }

    /** Makes sure that all classes mean the same service by a name. */
    void declare(Declaration spec, ManagedService annotation, Class<?> testClass, DeclarationProblems problems) {
        Declared before = declared.putIfAbsent(spec.name(), new Declared(annotation, testClass));
        if (before != null && !before.annotation.equals(annotation)) {
            problems.add(
                    "service '" + spec.name() + "'",
                    "class " + before.testClass.getName() + " declares it for the same session, with other elements: "
                            + differences(before.annotation, annotation)
                            + "; make them equal, or give one another name");
        }
    }

    private static String differences(ManagedService there, ManagedService here) {
        return Stream.of(ManagedService.class.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .filter(element -> !Objects.deepEquals(value(element, there), value(element, here)))
                .map(element -> element.getName() + " = " + text(value(element, there)) + " there and "
                        + text(value(element, here)) + " here")
                .collect(Collectors.joining(", "));
    }

    private static Object value(Method element, ManagedService annotation) {
        return Objects.requireNonNull(ReflectionSupport.invokeMethod(element, annotation), element.getName());
    }

    private static String text(Object value) {
        if (value instanceof int[] numbers) {
            return Arrays.toString(numbers);
        }
        if (value instanceof String[] texts) {
            return texts.length == 1
                    ? text(texts[0])
                    : List.of(texts).stream()
                            .map(SessionServices::text)
                            .toList()
                            .toString();
        }
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    @Override
    public void close() {
        services.close();
    }
}
