package io.github.managedservice;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
     * The store that is closed last: that of the launcher session, which JUnit has since 5.13, else that of the request to
     * the engine. Asked for by reflection, because this is compiled against 5.12.
     */
    static Store widest(ExtensionContext context, Namespace namespace) {
        return SESSION.flatMap(scope -> ofSession(context, scope, namespace))
                .orElseGet(() -> context.getRoot().getStore(namespace));
    }

    /** What is there, or is made now. JUnit 6 deprecates the method, and 5 does not have the one that it has instead. */
    @SuppressWarnings("deprecation")
    static <K, V> Object computeIfAbsent(Store store, K key, Function<? super K, ? extends V> creator) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, creator));
    }

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
