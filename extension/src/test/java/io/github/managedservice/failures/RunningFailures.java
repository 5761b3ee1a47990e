package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Something goes wrong during the tests.
 *
 * <p>A test that waits for a crashed service is interrupted.
 */
final class RunningFailures {

    private RunningFailures() {}

    /** The service crashes. Later tests refer to the failure of the first one. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "trap 'echo Out of memory; exit 3' USR1; echo Started; while :; do sleep 0.1; done"},
            readyPattern = "Started")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Crash {
        @Test
        @Order(1)
        void sells(RunningService shop) throws Exception {
            shop.signal("USR1");
            Thread.sleep(20_000);
        }

        @Test
        @Order(2)
        void takes_back(RunningService shop) {
            shop.value("${host}");
        }
    }

    /** A service with METHOD scope does not start. The first test has the whole report, and later tests refer to it. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo The shop is closed; exit 3"},
            readyPattern = "Started",
            scope = Scope.METHOD)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class EachTest {
        @Test
        @Order(1)
        void sells() {}

        @Test
        @Order(2)
        void takes_back() {}
    }

    /** A test waits for a line that is not printed. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo Started; exec sleep 60"},
            readyPattern = "Started")
    static class LineInVain {
        @Test
        void sells(RunningService shop) {
            shop.log().await("order \\d+ was sold", Duration.ofMillis(100));
        }
    }

    /** A test asks for the port of a service that has none. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"})
    static class NoPort {
        @Test
        void sells(RunningService shop) {
            shop.port();
        }
    }

    /** A test asks for a port with an unknown name. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo Started; exec sleep 60", "sh", "${port.http}", "${port.admin}"},
            readyPattern = "Started")
    static class OtherPortName {
        @Test
        void sells(RunningService shop) {
            shop.port("metrics");
        }
    }

    /** A test restarts a service that was stopped. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"})
    static class RestartAfterStop {
        @Test
        void sells(RunningService shop) {
            shop.stop();
            shop.restart();
        }
    }

    /** A service does not become ready after a restart. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "[ -e been-here ] || { >been-here; echo Started; }; exec sleep 60"},
            readyPattern = "Started",
            timeout = 3,
            directory = "target/failures")
    static class RestartInVain {
        @Test
        void sells(RunningService shop) {
            shop.restart();
        }
    }

    /** A test sends an unknown signal. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"})
    static class NoSuchSignal {
        @Test
        void sells(RunningService shop) {
            shop.signal("SIGRELOAD");
        }
    }

    /** A value cannot be converted. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"})
    static class NoConversion {
        @Test
        void sells(@ServiceValue("${host}") int shop) {}
    }
}
