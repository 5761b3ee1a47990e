package io.github.managedservice;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    static <T extends StoredResource> T ofSession(ExtensionContext context, Class<T> type, Supplier<T> creator) {
        Optional<Store> session = SESSION.flatMap(scope -> ofSession(context, scope, Namespace.create(type)));
        Optional<Map<Object, AutoCloseable>> resources = session.isPresent() ? Optional.empty() : ofListener(context);
        return type.cast(
                resources.isPresent()
                        ? resources.get().computeIfAbsent(type, key -> creator.get())
                        : computeIfAbsent(
                                session.orElseGet(() -> context.getRoot().getStore(Namespace.create(type))),
                                type,
                                key -> creator.get()));
    }

    /**
     * Those of a listener in a jar of its own, which follows the launcher session; empty without launcher or listener. Asked for
     * by name because it is on the class path even where this jar is a module.
     */
    @SuppressWarnings("unchecked")
    private static Optional<Map<Object, AutoCloseable>> ofListener(ExtensionContext context) {
        return ReflectionSupport.tryToLoadClass(
                        "io.github.managedservice.platform.LauncherSessions", Stores.class.getClassLoader())
                .toOptional()
                .flatMap(sessions -> ReflectionSupport.findMethod(sessions, "resourcesOf", String.class))
                .map(method -> ReflectionSupport.invokeMethod(
                        method, null, outermostClass(context).getUniqueId()))
                .flatMap(resources -> (Optional<Map<Object, AutoCloseable>>) resources);
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
    private static Optional<Store> ofSession(ExtensionContext context, Object scope, Namespace namespace) {
        return ReflectionSupport.findMethod(ExtensionContext.class, "getStore", scope.getClass(), Namespace.class)
                .map(method -> ReflectionSupport.invokeMethod(method, context, scope, namespace))
                .map(Store.class::cast);
    }

    private static Optional<Object> sessionScope() {
        return Stream.of(ExtensionContext.class.getClasses())
                .filter(type -> type.getSimpleName().equals("StoreScope") && type.isEnum())
                .<Object>flatMap(type -> Stream.of(type.getEnumConstants()))
                .filter(scope -> scope.toString().equals("LAUNCHER_SESSION"))
                .findFirst();
    }
}
