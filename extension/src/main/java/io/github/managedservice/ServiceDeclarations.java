package io.github.managedservice;

import io.github.managedservice.InjectionCheck.LaterServices;
import io.github.managedservice.service.Declaration;
import io.github.managedservice.service.DeclaredServices;
import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.ServiceGroup;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test class declare, those of its superclasses first. Enclosing classes have their own; one of
 * the same name is hidden by that of the nested class.
 *
 * @param forSession the services that are started once for all classes
 * @param forClass the services that are started once
 * @param forEachTest those that are started for each test, with those of enclosing classes
 */
record ServiceDeclarations(DeclaredServices forSession, DeclaredServices forClass, List<Declaration> forEachTest) {

    private record Specs(
            List<Declaration> forSession,
            List<Declaration> forClass,
            List<Declaration> forEachTest,
            Map<String, Scope> scopes) {}

    /**
     * Reads and checks everything, and then tells all that is wrong at once.
     *
     * @param enclosing the services that run already
     * @param session the services that all classes have in common
     * @param inherited what enclosing classes start for each test
     * @param complete whether there are no others, which are not known yet
     */
    static ServiceDeclarations of(
            Class<?> testClass,
            SessionServices session,
            Optional<ServiceGroup> enclosing,
            List<Declaration> inherited,
            boolean complete) {
        Mistakes mistakes = new Mistakes();
        Specs read = read(testClass, session, mistakes);
        List<Declaration> forEachTest = new ArrayList<>(inherited);
        forEachTest.removeIf(outer -> read.scopes.containsKey(outer.name()));
        forEachTest.addAll(read.forEachTest);
        // What outlives the class cannot need what does not, nor what outlives the test.
        Set<String> testOnly = names(forEachTest);
        Set<String> classOnly = names(read.forClass);
        classOnly.addAll(testOnly);
        DeclaredServices.of(read.forSession, Optional.empty(), classOnly, mistakes);
        DeclaredServices around =
                DeclaredServices.of(read.forSession, enclosing.map(ServiceGroup::declared), new Mistakes());
        DeclaredServices once = DeclaredServices.of(read.forClass, Optional.of(around), testOnly, mistakes);
        DeclaredServices each = DeclaredServices.of(forEachTest, Optional.of(once), mistakes);
        Optional<LaterServices> later =
                testOnly.isEmpty() ? Optional.empty() : Optional.of(new LaterServices(each, testOnly));
        InjectionTarget.beforeTests(testClass).forEach(new InjectionCheck(once, complete, later, mistakes)::check);
        InjectionTarget.inTests(testClass)
                .forEach(new InjectionCheck(each, complete, Optional.empty(), mistakes)::check);
        mistakes.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        return new ServiceDeclarations(around, once, forEachTest);
    }

    private static Set<String> names(List<Declaration> specs) {
        return specs.stream().map(Declaration::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static Specs read(Class<?> testClass, SessionServices session, Mistakes mistakes) {
        List<Declaration> forSession = new ArrayList<>();
        List<Declaration> forClass = new ArrayList<>();
        List<Declaration> forEachTest = new ArrayList<>();
        Map<String, Scope> scopes = new HashMap<>();
        for (ManagedService declared : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            Declaration spec = read(declared, mistakes);
            Scope other = scopes.putIfAbsent(spec.name(), declared.scope());
            if (other != null && other != declared.scope() && !spec.name().isEmpty()) {
                DeclaredServices.addSameName(spec, mistakes);
            }
            switch (declared.scope()) {
                case METHOD -> forEachTest.add(spec);
                case CLASS -> forClass.add(spec);
                case SESSION -> {
                    forSession.add(spec);
                    session.declare(spec, declared, testClass, mistakes);
                }
            }
        }
        return new Specs(forSession, forClass, forEachTest, scopes);
    }

    static Declaration read(ManagedService declared, Mistakes mistakes) {
        Map<String, Object> elements = new HashMap<>();
        for (Method element : ManagedService.class.getDeclaredMethods()) {
            Object value = value(element, declared);
            elements.put(element.getName(), value instanceof Long amount ? duration(amount, declared.unit()) : value);
        }
        return Declaration.read(elements, mistakes);
    }

    /** Asks the proxy that an annotation is. The first calls by reflection take 60 ms on Java 25. */
    private static Object value(Method element, ManagedService declared) {
        try {
            return Proxy.getInvocationHandler(declared).invoke(declared, element, null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** More than a {@code Duration} can hold is too long for everybody. */
    private static Duration duration(long amount, TimeUnit unit) {
        try {
            return Duration.of(amount, unit.toChronoUnit());
        } catch (ArithmeticException e) {
            return Duration.ofSeconds(amount < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    /** Whether a class declares services that are started before its tests. */
    static boolean startBeforeTests(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class).stream()
                .anyMatch(declared -> declared.scope() != Scope.METHOD);
    }

    /** Makes a group of services that a test class declares anywhere. */
    static ServiceGroup group(Class<?> testClass, List<Declaration> specs, Optional<ServiceGroup> enclosing) {
        Mistakes mistakes = new Mistakes();
        DeclaredServices declared = DeclaredServices.of(specs, enclosing.map(ServiceGroup::declared), mistakes);
        mistakes.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        return ServiceGroup.of(testClass.getName(), declared, enclosing);
    }
}
