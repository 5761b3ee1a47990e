package io.github.managedservice;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What JUnit before 5.13 has no store for: the launcher session. A listener in a jar of its own follows it. Asked for by name
 * because it is on the class path even where this jar is a module.
 */
final class LauncherSessionResources {

    private static final Optional<Method> RESOURCES = ReflectionSupport.tryToLoadClass(
                    "io.github.managedservice.platform.LauncherSessions",
                    LauncherSessionResources.class.getClassLoader())
            .toOptional()
            .flatMap(sessions -> ReflectionSupport.findMethod(sessions, "resourcesOf", String.class));

    private LauncherSessionResources() {}

    /** Those of the session that runs a test; empty if there is no launcher, or not our listener. */
    @SuppressWarnings("unchecked")
    static Optional<Map<Object, AutoCloseable>> of(ExtensionContext context) {
        return RESOURCES
                .map(method -> ReflectionSupport.invokeMethod(
                        method, null, TestClassContext.outermost(context).getUniqueId()))
                .flatMap(resources -> (Optional<Map<Object, AutoCloseable>>) resources);
    }
}
