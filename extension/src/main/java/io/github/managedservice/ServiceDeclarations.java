package io.github.managedservice;

import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the annotations of a test class, and says which class a mistake is in. */
final class ServiceDeclarations {

    private ServiceDeclarations() {}

    /** The services a class declares for a scope, those of its superclasses first; enclosing classes have their own. */
    static List<ServiceSpec> of(Class<?> testClass, Scope scope) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class).stream()
                .filter(declared -> supported(testClass, declared) == scope)
                .map(declared -> checked(testClass, () -> spec(declared)))
                .toList();
    }

    static ServiceGroup group(Class<?> testClass, List<ServiceSpec> specs, Optional<ServiceGroup> enclosing) {
        return checked(testClass, () -> ServiceGroup.of(testClass.getName(), specs, enclosing));
    }

    private static Scope supported(Class<?> testClass, ManagedService declared) {
        if (declared.scope() == Scope.SESSION) {
            throw mistake(testClass, "scope = \"SESSION\": this scope is not built yet; use CLASS or METHOD", null);
        }
        return declared.scope();
    }

    private static ServiceSpec spec(ManagedService declared) {
        return ServiceSpec.builder(declared.command())
                .readyPattern(declared.readyPattern())
                .timeout(duration("timeout", declared.timeout(), declared.unit()))
                .stopTimeout(duration("stopTimeout", declared.stopTimeout(), declared.unit()))
                .name(declared.name())
                .readyUrl(declared.readyUrl())
                .readyCommand(declared.readyCommand())
                .failurePattern(declared.failurePattern())
                .port(declared.port())
                .env(declared.env())
                .directory(declared.directory())
                .dependsOn(declared.dependsOn())
                .systemProperties(declared.systemProperties())
                .stopSignal(declared.stopSignal())
                .stopCommand(declared.stopCommand())
                .build();
    }

    private static Duration duration(String element, long amount, TimeUnit unit) {
        try {
            return Duration.of(amount, unit.toChronoUnit());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(element + " = \"" + amount + "\": it is too long", e);
        }
    }

    private static <T> T checked(Class<?> testClass, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw mistake(testClass, e.getMessage(), e);
        }
    }

    private static ExtensionConfigurationException mistake(
            Class<?> testClass, @Nullable String what, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(
                "@ManagedService on class " + testClass.getName() + ": " + what, cause);
    }
}
