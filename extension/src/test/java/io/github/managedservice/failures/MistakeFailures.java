package io.github.managedservice.failures;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import org.jspecify.annotations.Nullable;

/**
 * The declaration is wrong.
 *
 * <p>All mistakes of a class are reported together, before anything starts.
 */
final class MistakeFailures {

    private MistakeFailures() {}

    /** A placeholder is misspelt. */
    @ManagedService(command = "redis-server --port ${prot}")
    static class UnknownPlaceholder extends OneTest {}

    /** A placeholder is not closed. */
    @ManagedService(command = "redis-server --port ${port")
    static class OpenPlaceholder extends OneTest {}

    /** A quote is not closed. */
    @ManagedService(command = "sh -c 'echo ready")
    static class OpenQuote extends OneTest {}

    /** The command is empty. */
    @ManagedService(command = "", name = "shop")
    static class NoCommand extends OneTest {}

    /** The command gives no name. */
    @ManagedService(command = "./")
    static class NoName extends OneTest {}

    /** A name contains characters that are not allowed. */
    @ManagedService(command = "redis-server", name = "the cache")
    static class OddName extends OneTest {}

    /** Two services have the same name. */
    @ManagedService(command = "redis-server --port ${port}")
    @ManagedService(command = "redis-server --port ${port} --appendonly yes")
    static class SameName extends OneTest {}

    /** A regular expression is invalid. */
    @ManagedService(command = "redis-server", readyPattern = "Ready (to accept")
    static class NoPattern extends OneTest {}

    /** A URL is invalid. */
    @ManagedService(command = "shop --port ${port}", readyUrl = "htp://127.0.0.1:${port}/health")
    static class NoUrl extends OneTest {}

    /** A status is invalid. */
    @ManagedService(
            command = "shop --port ${port}",
            readyUrl = "/health",
            readyStatus = {200, 2004})
    static class NoStatus extends OneTest {}

    /** A status is given without an address. */
    @ManagedService(command = "shop --port ${port}", readyStatus = 401)
    static class StatusOfNothing extends OneTest {}

    /** An environment variable is not set. */
    @ManagedService(command = "${env.SHOP_INSTALLATION}/bin/shop")
    static class UnsetVariable extends OneTest {}

    /** The ready URL has an unknown placeholder. */
    @ManagedService(command = "shop --port ${port}", readyUrl = "http://${host}:${port.http}/${path}")
    static class UnknownInUrl extends OneTest {}

    /** A time is invalid. */
    @ManagedService(command = "redis-server", timeout = 0, stopTimeout = -1)
    static class NoTime extends OneTest {}

    /** A port is invalid. */
    @ManagedService(command = "redis-server", port = 70_000)
    static class WrongPort extends OneTest {}

    /** A variable has no value. */
    @ManagedService(command = "redis-server", env = "LANG", systemProperties = "=x")
    static class NoAssignment extends OneTest {}

    /** A signal cannot be used as stopSignal. */
    @ManagedService(command = "redis-server", stopSignal = "SIGTERM")
    static class WrongSignal extends OneTest {}

    /** A needed service does not exist. */
    @ManagedService(command = "redis-server --port ${port}", name = "cache")
    @ManagedService(command = "shop --cache ${cahce.port}", dependsOn = "cahce")
    static class UnknownService extends OneTest {}

    /** Services depend on each other. */
    @ManagedService(command = "shop", dependsOn = "stock")
    @ManagedService(command = "stock", dependsOn = "orders")
    @ManagedService(command = "orders", dependsOn = "shop")
    static class Circle extends OneTest {}

    /** A service depends on itself. */
    @ManagedService(command = "shop", dependsOn = "shop")
    static class NeedsItself extends OneTest {}

    /** A SESSION service needs a CLASS service. */
    @ManagedService(command = "stock --port ${port}")
    @ManagedService(command = "shop --stock ${stock.port}", scope = Scope.SESSION)
    static class LivesLonger extends OneTest {}

    /** A CLASS service needs a METHOD service. */
    @ManagedService(command = "stock --port ${port}", scope = Scope.METHOD)
    @ManagedService(command = "shop", dependsOn = "stock")
    static class LivesLongerThanTheTest extends OneTest {}

    /** A port is injected, but the service has none. */
    @ManagedService(command = "shop")
    static class NoPort extends OneTest {
        @ServicePort
        int port;
    }

    /** A port is injected, but there are several services. */
    @ManagedService(command = "shop --port ${port}")
    @ManagedService(command = "stock --port ${port}")
    static class WhosePort extends OneTest {
        @ServicePort
        int port;
    }

    /** A parameter or field has the wrong type. */
    @ManagedService(command = "shop --port ${port}")
    static class WrongType extends OneTest {
        @ServicePort
        long port;

        @InjectService
        @Nullable
        String shop;
    }

    /** A field is final. */
    @ManagedService(command = "shop --port ${port}")
    static class FinalField extends OneTest {
        @ServicePort
        final int port = 0;
    }

    /** A METHOD service is used before its test begins. */
    @ManagedService(command = "shop --port ${port}", scope = Scope.METHOD)
    static class TooEarly extends OneTest {
        @ServicePort
        static int port;
    }

    /** An injected value has an unknown placeholder. */
    @ManagedService(command = "shop --port ${port}")
    static class UnknownValue extends OneTest {
        @ServiceValue("http://${hots}:${shop.port}/")
        String url = "";
    }

    /** There are several mistakes. */
    @ManagedService(command = "redis-server --port ${prot}", name = "cache", stopSignal = "KIL")
    @ManagedService(command = "shop", dependsOn = "Cache", readyPattern = "[ready")
    static class Several extends OneTest {
        @InjectService("shpo")
        @Nullable
        RunningService shop;
    }
}
