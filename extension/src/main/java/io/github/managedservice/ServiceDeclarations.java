package io.github.managedservice;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test class declare, those of its superclasses first. Enclosing classes have their own; one
 * of the same name is hidden by that of the nested class.
 */
record ServiceDeclarations(DeclaredGroup forSession, DeclaredGroup forClass, DeclaredGroup forEachTest) {

    /** Reports all mistakes at once. The check is complete if no other services will be declared. */
    static ServiceDeclarations of(
            Class<?> testClass,
            SessionServices session,
            Optional<Injector> visible,
            List<Declaration> inherited,
            boolean complete) {
        DeclarationProblems problems = new DeclarationProblems();
        List<Declaration> forSession = new ArrayList<>();
        List<Declaration> forClass = new ArrayList<>();
        List<Declaration> forEachTest = new ArrayList<>();
        Map<String, Scope> scopes = new HashMap<>();
        for (ManagedService service : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            Declaration spec = read(service, problems);
            Scope other = scopes.putIfAbsent(spec.name(), service.scope());
            if (other != null && other != service.scope() && !spec.name().isEmpty()) {
                DeclaredServices.addSameName(spec, problems);
            }
            switch (service.scope()) {
                case METHOD -> forEachTest.add(spec);
                case CLASS -> forClass.add(spec);
                case SESSION -> {
                    forSession.add(spec);
                    session.declare(spec, service, testClass, problems);
                }
            }
        }
        List<Declaration> outer = new ArrayList<>();
        for (Declaration spec : inherited) {
            if (!scopes.containsKey(spec.name())) {
                outer.add(spec);
            }
        }
        forEachTest.addAll(0, outer);
        ServiceDeclarations declared = new ServiceDeclarations(
                new DeclaredGroup(forSession), new DeclaredGroup(forClass), new DeclaredGroup(forEachTest));
        declared.check(testClass, visible, complete, problems);
        return declared;
    }

    private void check(Class<?> testClass, Optional<Injector> visible, boolean complete, DeclarationProblems problems) {
        // A service cannot need one that ends before it: one of the class, or of the test.
        Set<String> testOnly = names(forEachTest);
        Set<String> classOnly = names(forClass);
        classOnly.addAll(testOnly);
        DeclaredServices.of(forSession.specs(), Optional.empty(), classOnly, problems);
        Optional<Injector> once =
                forClass.check(forSession.check(visible, Set.of(), new DeclarationProblems()), testOnly, problems);
        Injector before = once.isPresent()
                ? once.get()
                : new Injector(DeclaredServices.of(List.of(), Optional.empty(), problems));
        Injector during = forEachTest.check(once, Set.of(), problems).orElse(before);
        List<InjectionTarget> beforeTests = InjectionTarget.beforeTests(testClass);
        List<InjectionTarget> inTests = InjectionTarget.inTests(testClass);
        for (InjectionTarget target : beforeTests) {
            before.checkEarly(target, complete, during, testOnly, problems);
        }
        for (InjectionTarget target : inTests) {
            during.check(target, complete, problems);
        }
        problems.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        if (complete) {
            before.addValid(beforeTests);
            during.addValid(inTests);
        }
    }

    static Set<String> names(DeclaredGroup services) {
        Set<String> names = new TreeSet<>();
        for (Declaration spec : services.specs()) {
            names.add(spec.name());
        }
        return names;
    }

    static Declaration read(ManagedService declared, DeclarationProblems problems) {
        Map<String, Object> elements = new HashMap<>();
        for (Method element : ManagedService.class.getDeclaredMethods()) {
            Object value = value(element, declared);
            elements.put(element.getName(), value instanceof Long amount ? duration(amount, declared.unit()) : value);
        }
        return Declaration.read(elements, problems);
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
        for (ManagedService declared : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            if (declared.scope() != Scope.METHOD) {
                return true;
            }
        }
        return false;
    }
}
