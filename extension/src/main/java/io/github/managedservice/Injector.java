package io.github.managedservice;

import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.service.RunningService;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.commons.support.conversion.ConversionSupport;

/** Injects ports, values and services into parameters and fields. Each of them is checked once. */
record Injector(DeclaredServices declared, Set<AnnotatedElement> valid) {

    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> SERVICE = Set.of(RunningService.class);

    Injector(DeclaredServices declared) {
        this(declared, ConcurrentHashMap.newKeySet());
    }

    /** Fills the annotated fields of an instance, or the static ones of a class. */
    void injectFields(ServiceGroup running, Class<?> testClass, @Nullable Object instance) {
        for (Field field : InjectionTarget.fields(testClass)) {
            if (Modifier.isStatic(field.getModifiers()) == (instance == null)) {
                set(field, instance, value(running, InjectionTarget.of(field, testClass)));
            }
        }
    }

    private static void set(Field field, @Nullable Object instance, Object value) {
        try {
            makeAccessible(field, instance);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("Field '" + field + "' cannot be set", e);
        }
    }

    /** A test module opens itself to JUnit, not to this one. JUnit makes a field accessible that it reads. */
    private static void makeAccessible(Field field, @Nullable Object instance) {
        ReflectionSupport.tryToReadFieldValue(field, instance).ifFailure(failure -> field.setAccessible(true));
    }

    Object value(ServiceGroup running, InjectionTarget target) {
        requireValid(target);
        Annotation wanted = target.wanted().orElse(null);
        if (wanted instanceof ServiceValue template) {
            return converted(running, template.value(), target);
        }
        RunningService service = service(running, target);
        if (wanted instanceof ServicePort port) {
            return port.name().isEmpty() ? service.port() : service.port(port.name());
        }
        return service;
    }

    private void requireValid(InjectionTarget target) {
        if (!valid.contains(target.element())) {
            DeclarationProblems problems = new DeclarationProblems();
            check(target, true, problems);
            problems.throwIfAny("", ExtensionConfigurationException::new);
            valid.add(target.element());
        }
    }

    private Object converted(ServiceGroup running, String template, InjectionTarget target) {
        try {
            Object value = ConversionSupport.convert(
                    running.value(template), target.type(), getClass().getClassLoader());
            return Objects.requireNonNull(value, template);
        } catch (RuntimeException e) {
            // Without the exceptions themselves: their messages have the value, which may contain a secret.
            String why = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            throw new ExtensionConfigurationException("@ServiceValue(\"" + template + "\") on " + target.where() + ": "
                    + running.masked(e.getMessage() + why));
        }
    }

    private static RunningService service(ServiceGroup running, InjectionTarget target) {
        return target.serviceAmong(running.names())
                .flatMap(running::find)
                .orElseThrow(() -> new IllegalStateException("The service of " + target.where() + " does not run"));
    }

    /** Says why something can never be injected; other services may follow until all are declared. */
    void check(InjectionTarget target, boolean complete, DeclarationProblems problems) {
        if (target.element() instanceof Field field && Modifier.isFinal(field.getModifiers())) {
            problems.add(target.subject(), "nothing can be injected into a final field; remove 'final'");
        }
        Annotation wanted = target.wanted().orElse(null);
        if (wanted instanceof ServiceValue value) {
            if (complete) {
                declared.checkValue(target.subject(), "value", value.value(), problems);
            }
        } else if (wanted instanceof ServicePort port) {
            requireType(target, INTEGERS, "int or Integer", problems);
            checkService(target, complete, problems)
                    .ifPresent(service -> declared.checkPort(target.subject(), service, port.name(), problems));
        } else {
            requireType(target, SERVICE, "RunningService", problems);
            checkService(target, complete, problems);
        }
    }

    /** Says the same of what is injected before the tests, or that only a test has it. */
    void checkEarly(
            InjectionTarget target,
            boolean complete,
            Injector inTests,
            Set<String> forEachTest,
            DeclarationProblems problems) {
        if (!forEachTest.isEmpty() && !isPossible(target, complete) && inTests.isPossible(target, complete)) {
            Set<String> meant = new TreeSet<>(forEachTest);
            target.serviceAmong(inTests.declared.names()).ifPresent(name -> meant.retainAll(Set.of(name)));
            problems.add(target.subject(), target.tooEarly(meant));
        } else {
            check(target, complete, problems);
        }
    }

    private boolean isPossible(InjectionTarget target, boolean complete) {
        DeclarationProblems found = new DeclarationProblems();
        check(target, complete, found);
        return found.isEmpty();
    }

    void addValid(List<InjectionTarget> targets) {
        for (InjectionTarget target : targets) {
            valid.add(target.element());
        }
    }

    private static void requireType(
            InjectionTarget target, Set<Class<?>> types, String allowed, DeclarationProblems problems) {
        if (!types.contains(target.type())) {
            problems.add(target.subject(), "the type is " + target.type().getTypeName() + ", and must be " + allowed);
        }
    }

    private Optional<String> checkService(InjectionTarget target, boolean complete, DeclarationProblems problems) {
        Set<String> names = declared.names();
        Optional<String> service = target.serviceAmong(names);
        if (service.isEmpty() && complete) {
            String named = target.named();
            if (names.isEmpty()) {
                problems.add(target.subject(), "no service runs when this is injected");
            } else if (named.isEmpty()) {
                problems.add(
                        target.subject(),
                        "there are several services, so name one of them, as in " + target.annotation() + "(\""
                                + names.iterator().next() + "\"); known: " + String.join(", ", names));
            } else {
                problems.addName(
                        target.subject(),
                        "value",
                        named,
                        "no service '" + named + "' runs when this is injected",
                        names);
            }
        }
        return service;
    }
}
