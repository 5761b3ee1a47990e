package io.github.managedservice;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps classes from running at the same time if their services set system properties, of which a JVM has one set for all
 * threads. The lock is JUnit's own for these properties, so tests that others have marked with it stand aside as well.
 */
final class SystemPropertyLocks implements ResourceLocksProvider {

    private static final Set<Lock> NONE = Set.of();

    /** What a service of the session sets stays for all classes: they need no more than that nobody changes it. */
    private static final Set<Lock> FOR_READING = lock(ResourceAccessMode.READ);

    private static final Set<Lock> FOR_WRITING = lock(ResourceAccessMode.READ_WRITE);

    private static Set<Lock> lock(ResourceAccessMode mode) {
        return Set.of(new Lock(Resources.SYSTEM_PROPERTIES, mode));
    }

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        Set<Lock> locks = NONE;
        for (ManagedService service : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            if (service.systemProperties().length > 0) {
                if (service.scope() != Scope.SESSION) {
                    return FOR_WRITING;
                }
                locks = FOR_READING;
            }
        }
        return locks;
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
        return provideForClass(testClass);
    }
}
