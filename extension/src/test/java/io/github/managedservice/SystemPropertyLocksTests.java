package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@Execution(value = ExecutionMode.SAME_THREAD, reason = "each test counts the turns of all")
class SystemPropertyLocksTests {

    private static final String PROPERTY = "system.property.locks.tests";

    /** The class whose services were about to start, and then the class that was done. */
    private static final Queue<Class<?>> TURNS = new ConcurrentLinkedQueue<>();

    /** Where two tests that run at the same time meet. */
    private static final CyclicBarrier MEETING = new CyclicBarrier(2);

    SystemPropertyLocksTests() {
        TURNS.clear();
        MEETING.reset();
    }

    @Test
    void classes_that_set_system_properties_take_turns() {
        Failures failures = inParallel(FirstTestCase.class, SecondTestCase.class, ForEachTestCase.class);

        failures.requireAllPassed();
        assertThat(failures.succeeded()).hasSize(3);
        assertThatTurnsDoNotOverlap(3);
    }

    @Test
    void a_class_that_others_have_locked_takes_turns_with_them() {
        Failures failures = inParallel(LockedTestCase.class, FirstTestCase.class);

        failures.requireAllPassed();
        assertThatTurnsDoNotOverlap(2);
    }

    @Test
    void a_nested_class_takes_turns_with_others() {
        Failures failures = inParallel(OuterTestCase.class, FirstTestCase.class);

        failures.requireAllPassed();
        assertThatTurnsDoNotOverlap(2);
    }

    @Test
    void classes_without_system_properties_run_at_the_same_time() {
        Failures failures = inParallel(OneTestCase.class, OtherTestCase.class);

        failures.requireAllPassed();
    }

    @Test
    void classes_that_share_a_service_run_at_the_same_time() {
        Failures failures = inParallel(SharingTestCase.class, SharingTooTestCase.class);

        failures.requireAllPassed();
    }

    private static Failures inParallel(Class<?>... testCases) {
        return Failures.of(EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(testCases)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }

    private static void assertThatTurnsDoNotOverlap(int turns) {
        List<Class<?>> seen = List.copyOf(TURNS);

        assertThat(seen).hasSize(2 * turns);
        assertThat(IntStream.range(0, turns))
                .allSatisfy(turn -> assertThat(seen.get(2 * turn)).isEqualTo(seen.get(2 * turn + 1)));
    }

    /** Registered before the services, so that a turn lasts longer than they do. */
    static final class Turns implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            TURNS.add(context.getRequiredTestClass());
        }

        @Override
        public void afterAll(ExtensionContext context) {
            TURNS.add(context.getRequiredTestClass());
        }
    }

    @ExtendWith(Turns.class)
    @ManagedService(
            command = {"sh", "-c", "echo token=$$; exec sleep 1000"},
            readyPattern = "token=(?<token>\\d+)",
            systemProperties = PROPERTY + "=${token}")
    static class FirstTestCase {
        @Test
        void sees_its_own(@ServiceValue("${token}") String token) {
            assertThat(System.getProperty(PROPERTY)).isEqualTo(token);
        }
    }

    static class SecondTestCase extends FirstTestCase {}

    @ExtendWith(Turns.class)
    @ManagedService(
            name = "first",
            command = {"sh", "-c", "exec sleep 1000"})
    @ManagedService(
            name = "second",
            command = {"sh", "-c", "echo token=$$; exec sleep 1000"},
            readyPattern = "token=(?<token>\\d+)",
            scope = Scope.METHOD,
            systemProperties = PROPERTY + "=${token}")
    static class ForEachTestCase {
        @Test
        void sees_its_own(@ServiceValue("${second.token}") String token) {
            assertThat(System.getProperty(PROPERTY)).isEqualTo(token);
        }
    }

    @ExtendWith(Turns.class)
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    static class LockedTestCase {
        @Test
        void sees_none() {
            assertThat(System.getProperty(PROPERTY)).isNull();
        }
    }

    static class OuterTestCase {
        @Nested
        class InnerTestCase extends FirstTestCase {}
    }

    abstract static class Meeting {
        @Test
        void meets_another() throws Exception {
            MEETING.await(20, TimeUnit.SECONDS);
        }
    }

    @ManagedService(command = {"sh", "-c", "exec sleep 1000"})
    static class OneTestCase extends Meeting {}

    static class OtherTestCase extends OneTestCase {}

    @ManagedService(
            command = {"sh", "-c", "exec sleep 1000"},
            scope = Scope.SESSION,
            systemProperties = PROPERTY + ".shared=1")
    static class SharingTestCase extends Meeting {}

    static class SharingTooTestCase extends SharingTestCase {}
}
