package io.github.managedservice;

import io.github.managedservice.service.DeclaredServices;
import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.RunningService;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;

/**
 * Says why something can never be injected.
 *
 * @param services those that will run by then
 * @param complete whether there are no others, which are not known yet
 * @param mistakes is told
 */
record InjectionCheck(DeclaredServices services, boolean complete, Mistakes mistakes) {

    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> SERVICE = Set.of(RunningService.class);

    /** Looks at one target. */
    void check(InjectionTarget target) {
        Annotation wanted = target.wanted().orElse(null);
        String annotation = "@" + (wanted == null ? InjectService.class : wanted.annotationType()).getSimpleName();
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
