package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

    @Test
    void fields_are_filled_when_the_last_of_them_has_started() {
        for (Class<?> testCase : List.of(
                StaticFieldsTestCase.class,
                AnnotatedAndStaticTestCase.class,
                AnnotatedAndFreshTestCase.class,
                AllFreshTestCase.class,
                SharedInstanceTestCase.class,
                StaticAroundFreshTestCase.class,
                FreshAroundTestCase.class)) {
            Failures failures = Failures.of(testCase);

            assertThat(failures.byName()).as(testCase.getSimpleName()).isEmpty();
            assertThat(failures.succeeded()).as(testCase.getSimpleName()).isNotEmpty();
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ManagedService(
            name = "annotated",
            command = {"sh", "-c", "echo ready; exec sleep 1000", "sh", "${port}"},
            readyPattern = "ready")
    @interface Annotated {}

    @Retention(RetentionPolicy.RUNTIME)
    @ManagedService(
            name = "annotated",
            command = {"sh", "-c", "echo ready; exec sleep 1000", "sh", "${port}"},
            readyPattern = "ready",
            scope = Scope.METHOD)
    @interface AnnotatedFresh {}

    private static ManagedServiceExtension listening(String name) {
        return ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "echo ready; exec sleep 1000", "sh", "${port}")
                        .name(name)
                        .readyPattern("ready")
                        .build());
    }

    static class StaticFieldsTestCase {

        @RegisterExtension
        static final ManagedServiceExtension FIRST = listening("first");

        @RegisterExtension
        static final ManagedServiceExtension SECOND = listening("second");

        @ServicePort("first")
        static int ofFirst;

        @ServicePort
        static int second;

        @ServicePort("second")
        int ofSecond;

        @Test
        void has_all() {
            assertThat(ofFirst).isEqualTo(FIRST.service().port());
            assertThat(second).isEqualTo(ofSecond).isEqualTo(SECOND.service().port());
        }
    }

    @Annotated
    static class AnnotatedAndStaticTestCase {

        @RegisterExtension
        static final ManagedServiceExtension FIRST = listening("first");

        @ServicePort("first")
        static int first;

        @ServicePort("annotated")
        int ofAnnotated;

        @Test
        void has_all(@InjectService RunningService annotated) {
            assertThat(first).isEqualTo(FIRST.service().port());
            assertThat(ofAnnotated).isEqualTo(annotated.port());
        }
    }

    @Annotated
    static class AnnotatedAndFreshTestCase {

        @RegisterExtension
        final ManagedServiceExtension extension = listening("fresh");

        @ServicePort
        int fresh;

        @ServicePort("annotated")
        int ofAnnotated;

        @Test
        void has_all(@InjectService RunningService annotated) {
            assertThat(fresh).isEqualTo(extension.service().port());
            assertThat(ofAnnotated).isEqualTo(annotated.port());
        }
    }

    @AnnotatedFresh
    static class AllFreshTestCase {

        @RegisterExtension
        final ManagedServiceExtension first = listening("first");

        @RegisterExtension
        final ManagedServiceExtension second = listening("second");

        @ServicePort("first")
        int ofFirst;

        @ServicePort("second")
        int ofSecond;

        @ServicePort("annotated")
        int ofAnnotated;

        @Test
        void has_all(@InjectService RunningService annotated) {
            assertThat(ofFirst).isEqualTo(first.service().port());
            assertThat(ofSecond).isEqualTo(second.service().port());
            assertThat(ofAnnotated).isEqualTo(annotated.port());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Annotated
    static class SharedInstanceTestCase {

        @RegisterExtension
        final ManagedServiceExtension extension = listening("fresh");

        @ServicePort("fresh")
        int fresh;

        @RepeatedTest(2)
        void has_that_of_its_test() {
            assertThat(fresh).isEqualTo(extension.service().port());
        }
    }

    static class StaticAroundFreshTestCase {

        @RegisterExtension
        static final ManagedServiceExtension OUTER = listening("outer");

        @ServicePort
        int only;

        @Nested
        @AnnotatedFresh
        class Inner {

            @ServicePort("annotated")
            int ofAnnotated;

            @Test
            void has_all(@InjectService RunningService annotated) {
                assertThat(only).isEqualTo(OUTER.service().port());
                assertThat(ofAnnotated).isEqualTo(annotated.port());
            }
        }
    }

    static class FreshAroundTestCase {

        @RegisterExtension
        final ManagedServiceExtension outer = listening("outer");

        @Nested
        class Inner {

            @ServicePort
            int only;

            @RepeatedTest(2)
            void has_that_of_its_test(RunningService service) {
                assertThat(only)
                        .isEqualTo(service.port())
                        .isEqualTo(outer.service().port());
            }
        }

        @Nested
        @AnnotatedFresh
        class Annotated {

            @ServicePort("annotated")
            int ofAnnotated;

            @RepeatedTest(2)
            void has_both(@InjectService("annotated") RunningService annotated) {
                assertThat(ofAnnotated)
                        .isEqualTo(annotated.port())
                        .isNotEqualTo(outer.service().port());
            }
        }
    }
}
