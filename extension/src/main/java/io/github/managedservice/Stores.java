package io.github.managedservice;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.ReflectionSupport;

/** What JUnit's stores have in some versions alone. */
final class Stores {

    private static final Optional<Object> SESSION = sessionScope();

    private Stores() {}

    /**
     * What there is one of for each launcher session, and is closed with it: in the store that JUnit has since 5.13, else by a
     * listener of the launcher. Where neither is there, as in an {@code EngineTestKit} of JUnit 5.12, it is closed with the
     * request to the engine.
     */
    static <T extends StoredResource> T ofSession(
            ExtensionContext context, Class<T> type, Function<Object, T> creator) {
        Namespace namespace = Namespace.create(type);
        Optional<Store> session = ofSession(context, namespace);
        Optional<Map<Object, AutoCloseable>> resources = session.isPresent() ? Optional.empty() : ofListener(context);
        if (resources.isPresent()) {
            return type.cast(resources.get().computeIfAbsent(type, creator));
        }
        Store store = session.isPresent() ? session.get() : context.getRoot().getStore(namespace);
        return type.cast(computeIfAbsent(store, type, creator));
    }

    /**
     * Those of a listener in a jar of its own, which follows the launcher session; empty without launcher or listener. Asked for
     * by name because it is on the class path even where this jar is a module.
     */
    @SuppressWarnings("unchecked")
    private static Optional<Map<Object, AutoCloseable>> ofListener(ExtensionContext context) {
        Optional<Class<?>> sessions = ReflectionSupport.tryToLoadClass(
                        "io.github.managedservice.platform.LauncherSessions", Stores.class.getClassLoader())
                .toOptional();
        Optional<Method> method = sessions.isPresent()
                ? ReflectionSupport.findMethod(sessions.get(), "resourcesOf", String.class)
                : Optional.empty();
        return method.isPresent()
                ? (Optional<Map<Object, AutoCloseable>>) Objects.requireNonNull(ReflectionSupport.invokeMethod(
                        method.get(), null, outermostClass(context).getUniqueId()))
                : Optional.empty();
    }

    /** The class around all others, which JUnit knows before it runs anything. */
    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        Optional<ExtensionContext> outer = context.getParent();
        while (outer.isPresent() && outer.get().getTestClass().isPresent()) {
            outermost = outer.get();
            outer = outermost.getParent();
        }
        return outermost;
    }

    /** What is there, or is made now. JUnit 6 deprecates the method, and 5 does not have the one that it has instead. */
    @SuppressWarnings("deprecation")
    static <K, V> Object computeIfAbsent(Store store, K key, Function<? super K, ? extends V> creator) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, creator));
    }

    // By reflection, because this is compiled against 5.12.
    private static Optional<Store> ofSession(ExtensionContext context, Namespace namespace) {
        if (SESSION.isEmpty()) {
            return Optional.empty();
        }
        Object scope = SESSION.get();
        Optional<Method> method =
                ReflectionSupport.findMethod(ExtensionContext.class, "getStore", scope.getClass(), Namespace.class);
        return method.isPresent()
                ? Optional.ofNullable((Store) ReflectionSupport.invokeMethod(method.get(), context, scope, namespace))
                : Optional.empty();
    }

    private static Optional<Object> sessionScope() {
        for (Class<?> type : ExtensionContext.class.getClasses()) {
            if (type.getSimpleName().equals("StoreScope") && type.isEnum()) {
                for (Object scope : type.getEnumConstants()) {
                    if (scope.toString().equals("LAUNCHER_SESSION")) {
                        return Optional.of(scope);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
