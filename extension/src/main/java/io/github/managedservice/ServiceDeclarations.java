package io.github.managedservice;

import io.github.managedservice.service.DeclaredServices;
import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test class declare, those of its superclasses first; enclosing classes have their own.
 *
 * @param forClass the services that are started once
 * @param forEachTest those that are started for each test
 */
record ServiceDeclarations(List<ServiceSpec> forClass, List<ServiceSpec> forEachTest) {

    /**
     * Reads and checks everything, and then tells all that is wrong at once.
     *
     * @param enclosing the services that run already
     * @param inherited what enclosing classes start for each test
     */
    static ServiceDeclarations of(Class<?> testClass, Optional<ServiceGroup> enclosing, List<ServiceSpec> inherited) {
        Mistakes mistakes = new Mistakes();
        ServiceDeclarations read = read(testClass, mistakes);
        DeclaredServices once = DeclaredServices.of(read.forClass, enclosing.map(ServiceGroup::declared), mistakes);
        DeclaredServices each = DeclaredServices.of(
                Stream.concat(inherited.stream(), read.forEachTest.stream()).toList(), Optional.of(once), mistakes);
        boolean complete = !RegisteredExtensions.in(testClass);
        InjectionTarget.beforeTests(testClass).forEach(new InjectionCheck(once, complete, mistakes)::check);
        InjectionTarget.inTests(testClass).forEach(new InjectionCheck(each, complete, mistakes)::check);
        mistakes.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        return read;
    }

    private static ServiceDeclarations read(Class<?> testClass, Mistakes mistakes) {
        List<ServiceSpec> forClass = new ArrayList<>();
        List<ServiceSpec> forEachTest = new ArrayList<>();
        for (ManagedService declared : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            ServiceSpec spec = spec(declared, mistakes);
            (declared.scope() == Scope.METHOD ? forEachTest : forClass).add(spec);
            if (declared.scope() == Scope.SESSION) {
                mistakes.add(
                        "service '" + spec.name() + "'",
                        "scope",
                        declared.scope(),
                        "this scope is not supported yet; use CLASS or METHOD");
            }
        }
        return new ServiceDeclarations(forClass, forEachTest);
    }

    private static ServiceSpec spec(ManagedService declared, Mistakes mistakes) {
        return ServiceSpec.builder(declared.command())
                .readyPattern(declared.readyPattern())
                .timeout(duration(declared.timeout(), declared.unit()))
                .stopTimeout(duration(declared.stopTimeout(), declared.unit()))
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
                .build(mistakes);
    }

    /** More than a {@code Duration} can hold is too long for everybody. */
    private static Duration duration(long amount, TimeUnit unit) {
        try {
            return Duration.of(amount, unit.toChronoUnit());
        } catch (ArithmeticException e) {
            return Duration.ofSeconds(amount < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    /** Makes a group of services that a test class declares anywhere. */
    static ServiceGroup group(Class<?> testClass, List<ServiceSpec> specs, Optional<ServiceGroup> enclosing) {
        Mistakes mistakes = new Mistakes();
        DeclaredServices declared = DeclaredServices.of(specs, enclosing.map(ServiceGroup::declared), mistakes);
        mistakes.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        return ServiceGroup.of(testClass.getName(), declared, enclosing);
    }
}
