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
 * <p>A test that waits for a service that has crashed is interrupted.
 */
final class RunningFailures {

    private RunningFailures() {}

    /** The service crashes. The tests after that refer to the first. */
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

    /** The service of each test does not start. The tests after the first refer to it, as classes do that share a service. */
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

    /** A line is awaited in vain. */
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

    /** A service without a port is asked for one. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"})
    static class NoPort {
        @Test
        void sells(RunningService shop) {
            shop.port();
        }
    }

    /** A port of another name is asked for. */
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

    /** A service that was stopped is to be restarted. */
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

    /** A service that was restarted does not become ready again. */
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

    /** There is no such signal. */
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
