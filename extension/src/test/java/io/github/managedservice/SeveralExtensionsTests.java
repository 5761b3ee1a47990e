package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Classes that have services from annotations and from fields, which are extensions that do not know each other. */
class SeveralExtensionsTests {

    private static ManagedServiceExtension sleeping(String name) {
        return ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "exec sleep 1000").name(name).build());
    }

    private static void assertGone(Queue<Long> pids, int number) {
        assertThat(pids)
                .hasSize(number)
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void all_services_of_a_class_end_with_it() {
        assertThat(Failures.of(ClassTestCase.class).byName()).isEmpty();

        assertGone(ClassTestCase.PIDS, 3);
    }

    @ManagedService(
            name = "annotated",
            command = {"sh", "-c", "exec sleep 1000"})
    static class ClassTestCase {

        static final Queue<Long> PIDS = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        static final ManagedServiceExtension FIRST = sleeping("first");

        @RegisterExtension
        static final ManagedServiceExtension SECOND = sleeping("second");

        @Test
        void has_all(@InjectService("annotated") RunningService annotated) {
            PIDS.addAll(List.of(
                    annotated.pid(), FIRST.service().pid(), SECOND.service().pid()));
        }
    }

    @Test
    void all_services_of_a_test_end_with_it() {
        assertThat(Failures.of(MethodTestCase.class).byName()).isEmpty();

        assertGone(MethodTestCase.PIDS, 3);
    }

    @ManagedService(
            name = "annotated",
            command = {"sh", "-c", "exec sleep 1000"},
            scope = Scope.METHOD)
    static class MethodTestCase {

        static final Queue<Long> PIDS = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        final ManagedServiceExtension first = sleeping("first");

        @RegisterExtension
        final ManagedServiceExtension second = sleeping("second");

        @Test
        void has_all(@InjectService("annotated") RunningService annotated) {
            PIDS.addAll(List.of(
                    annotated.pid(), first.service().pid(), second.service().pid()));
        }
    }
}
