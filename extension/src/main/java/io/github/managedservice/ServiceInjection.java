package io.github.managedservice;

import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceGroup;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.commons.support.conversion.ConversionSupport;

/**
 * Finds what is to be injected into parameters and fields.
 *
 * @param services those that are visible
 */
record ServiceInjection(ServiceGroup services) {

    /** Fills the annotated fields of an instance, or the static ones of a class. */
    void injectFields(Class<?> testClass, @Nullable Object instance) {
        for (Field field : InjectedFields.of(testClass).in(instance)) {
            set(field, instance, value(InjectionTarget.of(field, testClass)));
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

    /**
     * Finds the value for one target.
     *
     * @throws ExtensionConfigurationException if there is none
     */
    Object value(InjectionTarget target) {
        Mistakes mistakes = new Mistakes();
        new InjectionCheck(services.declared(), true, Optional.empty(), mistakes).check(target);
        mistakes.throwIfAny("", ExtensionConfigurationException::new);
        Annotation wanted = target.wanted().orElse(null);
        if (wanted instanceof ServicePort port) {
            RunningService service = service(target, port.value());
            return port.name().isEmpty() ? service.port() : service.port(port.name());
        }
        if (wanted instanceof ServiceValue template) {
            return converted(template.value(), target);
        }
        return service(target, wanted instanceof InjectService named ? named.value() : "");
    }

    private Object converted(String template, InjectionTarget target) {
        try {
            Object value = ConversionSupport.convert(
                    services.value(template), target.type(), getClass().getClassLoader());
            return Objects.requireNonNull(value, template);
        } catch (RuntimeException e) {
            // Without the exceptions themselves: each tells the value, which may have a secret in it.
            String why = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            throw new ExtensionConfigurationException("@ServiceValue(\"" + template + "\") on " + target.where() + ": "
                    + services.masked(e.getMessage() + why));
        }
    }

    private RunningService service(InjectionTarget target, String named) {
        return target.serviceAmong(named, services.names())
                .flatMap(services::find)
                .orElseThrow(() -> new IllegalStateException("The service of " + target.where() + " does not run"));
    }
}
