package io.github.managedservice;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps classes from running at the same time if their services set system properties, of which a JVM has one set for all
 * threads. The lock is JUnit's own for these properties, so tests that others have marked with it stand aside as well.
 */
final class SystemPropertyLocks implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class).stream()
                .filter(service -> service.systemProperties().length > 0)
                .map(service -> mode(service.scope()))
                .max(Comparator.naturalOrder())
                .map(mode -> new Lock(Resources.SYSTEM_PROPERTIES, mode))
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
        return provideForClass(testClass);
    }

    /** What a service of the session sets stays for all classes: they need no more than that nobody changes it. */
    private static ResourceAccessMode mode(Scope scope) {
        return scope == Scope.SESSION ? ResourceAccessMode.READ : ResourceAccessMode.READ_WRITE;
    }
}
