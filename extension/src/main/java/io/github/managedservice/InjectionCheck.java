package io.github.managedservice;

import io.github.managedservice.service.DeclaredServices;
import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.RunningService;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says why something can never be injected.
 *
 * @param services those that will run by then
 * @param complete whether there are no others, which are not known yet
 * @param later those that run during a test, where the others are looked for before the tests
 * @param mistakes is told
 */
record InjectionCheck(DeclaredServices services, boolean complete, Optional<LaterServices> later, Mistakes mistakes) {

    /**
     * Services that start before each test.
     *
     * @param all they, and those that run by then
     * @param started their names alone
     */
    record LaterServices(DeclaredServices all, Set<String> started) {}

    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> SERVICE = Set.of(RunningService.class);

    /** Looks at one target. */
    void check(InjectionTarget target) {
        Annotation wanted = target.wanted().orElse(null);
        String annotation = "@" + (wanted == null ? InjectService.class : wanted.annotationType()).getSimpleName();
        if (later.isPresent() && !isPossible(target, services) && isPossible(target, later.get().all)) {
            mistakes.add(subject(annotation, target), tooEarly(target, wanted, later.get()));
            return;
        }
        if (target.element() instanceof Field field && Modifier.isFinal(field.getModifiers())) {
            mistakes.add(subject(annotation, target), "nothing can be injected into a final field; remove 'final'");
        }
        if (wanted instanceof ServicePort port) {
            check(target, port);
        } else if (wanted instanceof ServiceValue value) {
            check(target, value);
        } else {
            requireType(target, "@InjectService", SERVICE, "RunningService");
            service(target, "@InjectService", wanted instanceof InjectService service ? service.value() : "");
        }
    }

    private boolean isPossible(InjectionTarget target, DeclaredServices available) {
        Mistakes found = new Mistakes();
        new InjectionCheck(available, complete, Optional.empty(), found).check(target);
        return found.isEmpty();
    }

    private static String tooEarly(InjectionTarget target, @Nullable Annotation wanted, LaterServices later) {
        Set<String> meant = new TreeSet<>(later.started);
        String named = wanted instanceof ServicePort port
                ? port.value()
                : wanted instanceof InjectService service ? service.value() : "";
        target.serviceAmong(named, later.all.names()).ifPresent(name -> meant.retainAll(Set.of(name)));
        return tooEarly(target, meant);
    }

    /** Says why services of a test come too late for a target, and what to change. */
    static String tooEarly(InjectionTarget target, Set<String> services) {
        boolean one = services.size() == 1;
        return (one ? "service '" : "services '") + String.join("', '", services)
                + (one ? "' has scope METHOD and runs" : "' have scope METHOD and run") + " only during a test, but "
                + target.early() + ", or give the service scope = Scope.CLASS";
    }

    private void check(InjectionTarget target, ServicePort port) {
        String annotation = "@ServicePort";
        requireType(target, annotation, INTEGERS, "int or Integer");
        service(target, annotation, port.value())
                .ifPresent(service -> services.checkPort(subject(annotation, target), service, port.name(), mistakes));
    }

    private void check(InjectionTarget target, ServiceValue value) {
        if (complete) {
            services.checkValue(subject("@ServiceValue", target), "value", value.value(), mistakes);
        }
    }

    private void requireType(InjectionTarget target, String annotation, Set<Class<?>> types, String allowed) {
        if (!types.contains(target.type())) {
            mistakes.add(
                    subject(annotation, target),
                    "the type is " + target.type().getTypeName() + ", and must be " + allowed);
        }
    }

    private Optional<String> service(InjectionTarget target, String annotation, String named) {
        Set<String> names = services.names();
        Optional<String> service = target.serviceAmong(named, names);
        if (service.isEmpty() && complete) {
            String subject = subject(annotation, target);
            if (names.isEmpty()) {
                mistakes.add(subject, "no service runs when this is injected");
            } else if (named.isEmpty()) {
                mistakes.add(
                        subject,
                        "there are several services, so name one of them, as in " + annotation + "(\""
                                + names.iterator().next() + "\"); known: " + String.join(", ", names));
            } else {
                mistakes.addName(
                        subject, "value", named, "no service '" + named + "' runs when this is injected", names);
            }
        }
        return service;
    }

    private static String subject(String annotation, InjectionTarget target) {
        return annotation + " on " + target.where();
    }
}
