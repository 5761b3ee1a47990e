package io.github.managedservice;

import io.github.managedservice.InjectionCheck.LaterServices;
import io.github.managedservice.service.DeclaredServices;
import io.github.managedservice.service.Mistakes;
import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
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
record ServiceDeclarations(DeclaredServices forSession, DeclaredServices forClass, List<ServiceSpec> forEachTest) {

    private record Specs(
            List<ServiceSpec> forSession,
            List<ServiceSpec> forClass,
            List<ServiceSpec> forEachTest,
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
            List<ServiceSpec> inherited,
            boolean complete) {
        Mistakes mistakes = new Mistakes();
        Specs read = read(testClass, session, mistakes);
        List<ServiceSpec> forEachTest = new ArrayList<>(inherited);
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

    private static Set<String> names(List<ServiceSpec> specs) {
        return specs.stream().map(ServiceSpec::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static Specs read(Class<?> testClass, SessionServices session, Mistakes mistakes) {
        List<ServiceSpec> forSession = new ArrayList<>();
        List<ServiceSpec> forClass = new ArrayList<>();
        List<ServiceSpec> forEachTest = new ArrayList<>();
        Map<String, Scope> scopes = new HashMap<>();
        for (ManagedService declared : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            ServiceSpec spec = spec(declared, mistakes);
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

    private static ServiceSpec spec(ManagedService declared, Mistakes mistakes) {
        return ServiceSpec.builder(declared.command())
                .readyPattern(declared.readyPattern())
                .timeout(duration(declared.timeout(), declared.unit()))
                .stopTimeout(duration(declared.stopTimeout(), declared.unit()))
                .name(declared.name())
                .readyUrl(declared.readyUrl())
                .readyStatus(declared.readyStatus())
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

    /** Whether a class declares services that are started before its tests. */
    static boolean startBeforeTests(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class).stream()
                .anyMatch(declared -> declared.scope() != Scope.METHOD);
    }

    /** Makes a group of services that a test class declares anywhere. */
    static ServiceGroup group(Class<?> testClass, List<ServiceSpec> specs, Optional<ServiceGroup> enclosing) {
        Mistakes mistakes = new Mistakes();
        DeclaredServices declared = DeclaredServices.of(specs, enclosing.map(ServiceGroup::declared), mistakes);
        mistakes.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        return ServiceGroup.of(testClass.getName(), declared, enclosing);
    }
}
