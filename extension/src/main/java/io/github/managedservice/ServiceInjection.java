package io.github.managedservice;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceGroup;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.commons.support.conversion.ConversionSupport;

/**
 * Finds what is to be injected into parameters and fields.
 *
 * @param services those that are visible
 */
record ServiceInjection(ServiceGroup services) {

    static boolean isWanted(AnnotatedElement target) {
        return AnnotationSupport.isAnnotated(target, ServicePort.class)
                || AnnotationSupport.isAnnotated(target, ServiceValue.class)
                || AnnotationSupport.isAnnotated(target, InjectService.class);
    }

    /** Fills the annotated fields of an instance, or the static ones of a class. */
    void injectFields(Class<?> testClass, @Nullable Object instance) {
        for (Field field : InjectedFields.of(testClass).in(instance)) {
            String where = InjectedFields.describe(field);
            set(field, instance, value(field, field.getType(), Optional.of(field.getName()), where));
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

    /** A test module opens itself to JUnit, not to us. JUnit makes a field accessible that it reads. */
    private static void makeAccessible(Field field, @Nullable Object instance) {
        ReflectionSupport.tryToReadFieldValue(field, instance).ifFailure(failure -> field.setAccessible(true));
    }

    /** The value for one target. */
    Object value(AnnotatedElement target, Class<?> type, Optional<String> targetName, String where) {
        Optional<ServicePort> port = AnnotationSupport.findAnnotation(target, ServicePort.class);
        if (port.isPresent()) {
            require(type == int.class || type == Integer.class, "@ServicePort", where, type, "int or Integer");
            RunningService service = service(port.get().value(), targetName, where);
            String name = port.get().name();
            return name.isEmpty() ? service.port() : service.port(name);
        }
        Optional<ServiceValue> template = AnnotationSupport.findAnnotation(target, ServiceValue.class);
        if (template.isPresent()) {
            return converted(template.get().value(), type, where);
        }
        require(type == RunningService.class, "@InjectService", where, type, "RunningService");
        String name = AnnotationSupport.findAnnotation(target, InjectService.class)
                .map(InjectService::value)
                .orElse("");
        return service(name, targetName, where);
    }

    private Object converted(String template, Class<?> type, String where) {
        try {
            Object value = ConversionSupport.convert(
                    services.value(template), type, getClass().getClassLoader());
            return Objects.requireNonNull(value, template);
        } catch (RuntimeException e) {
            throw new ExtensionConfigurationException(
                    "@ServiceValue(\"" + template + "\") on " + where + ": " + e.getMessage(), e);
        }
    }

    private RunningService service(String name, Optional<String> targetName, String where) {
        Set<String> names = services.names();
        String wanted = !name.isEmpty()
                ? name
                : names.size() == 1
                        ? names.iterator().next()
                        : targetName.filter(names::contains).orElse("");
        return services.find(wanted)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "The " + where + (name.isEmpty() ? " names no service" : " wants service '" + name + "'")
                                + "; there are " + names));
    }

    private static void require(boolean holds, String annotation, String where, Class<?> type, String allowed) {
        if (!holds) {
            throw new ExtensionConfigurationException(
                    annotation + " on " + where + " of type " + type.getName() + ": the type must be " + allowed);
        }
    }
}
