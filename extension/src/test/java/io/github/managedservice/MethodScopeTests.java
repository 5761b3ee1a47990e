package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a test in {@code Scope.METHOD}, which has a service of its own. */
class MethodScopeTests {

    @ManagedService(
            name = "fresh",
            command = {"sh", "-c", "exec sleep 1000"},
            scope = Scope.METHOD)
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Fresh {}

    /** Each class of tests has its own, so that this can be run side by side. */
    private static void assertServices(Class<?> testCase, Queue<Long> seen, int tests, int services) {
        Failures failures = Failures.of(testCase);

        failures.requireAllPassed();
        assertThat(failures.succeeded()).hasSize(tests);
        assertThat(Set.copyOf(seen)).hasSize(services);
        assertThat(seen).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void each_test_has_its_own_and_each_invocation_of_a_parameterized_or_repeated_one_or_template() {
        assertServices(InvocationsTestCase.class, InvocationsTestCase.SEEN, 8, 8);
    }

    @Fresh
    static class InvocationsTestCase {

        static final Queue<Long> SEEN = new ConcurrentLinkedQueue<>();

        @Test
        void plain(RunningService fresh) {
            SEEN.add(fresh.pid());
        }

        @Test
        void another(@InjectService("fresh") RunningService service) {
            SEEN.add(service.pid());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String text, RunningService fresh) {
            SEEN.add(fresh.pid());
        }

        @RepeatedTest(2)
        void repeated(RunningService fresh) {
            SEEN.add(fresh.pid());
        }

        @TestTemplate
        @ExtendWith(Twice.class)
        void template(RunningService fresh) {
            SEEN.add(fresh.pid());
        }
    }

    static final class Twice implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }

    @Test
    void the_dynamic_tests_of_a_factory_share_one() {
        assertServices(FactoryTestCase.class, FactoryTestCase.SEEN, 3, 1);
    }

    @Fresh
    static class FactoryTestCase {

        static final Queue<Long> SEEN = new ConcurrentLinkedQueue<>();

        @TestFactory
        Stream<DynamicTest> factory(RunningService fresh) {
            return Stream.of("a", "b", "c")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        assertThat(fresh.isRunning()).isTrue();
                        SEEN.add(fresh.pid());
                    }));
        }
    }

    @Test
    void methods_around_a_test_and_fields_see_the_service_of_that_test() {
        assertServices(AroundTestCase.class, AroundTestCase.SEEN, 4, 4);
    }

    @Fresh
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AroundTestCase {

        static final Queue<Long> SEEN = new ConcurrentLinkedQueue<>();

        @ServiceValue("${fresh.host}")
        private String host = "";

        private long before;

        @BeforeEach
        void before(RunningService fresh) {
            before = fresh.pid();
        }

        @RepeatedTest(2)
        void test(RunningService fresh) {
            assertThat(host).isEqualTo("127.0.0.1");
            assertThat(fresh.pid()).isEqualTo(before);
            SEEN.add(fresh.pid());
        }

        @AfterEach
        void after(RunningService fresh) {
            assertThat(fresh.isRunning()).isTrue();
            assertThat(fresh.pid()).isEqualTo(before);
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void test(RunningService fresh) {
                assertThat(fresh.pid()).isEqualTo(before);
                SEEN.add(fresh.pid());
            }
        }
    }

    @Test
    void services_of_a_test_may_need_those_of_the_class_and_of_the_session() {
        Failures.of(DependenciesTestCase.class).requireAllPassed();
    }

    @ManagedService(
            name = "method-scope-session",
            command = {"sh", "-c", "echo at ${port}; exec sleep 1000"},
            readyPattern = "at (?<told>\\d+)",
            scope = Scope.SESSION)
    @ManagedService(
            name = "of-class",
            command = {"sh", "-c", "echo at ${port} with ${method-scope-session.port}; exec sleep 1000"},
            readyPattern = "with (?<told>\\d+)")
    @ManagedService(
            name = "of-test",
            command = {
                "sh",
                "-c",
                "echo ${of-class.told} ${of-class.port} ${method-scope-session.told}; exec sleep 1000"
            },
            readyPattern = "(?<told>.+)",
            scope = Scope.METHOD)
    static class DependenciesTestCase {
        @RepeatedTest(2)
        void has_all_values(
                @ServicePort("method-scope-session") int ofSession,
                @ServicePort("of-class") int ofClass,
                @ServiceValue("${of-test.told}") String told) {
            assertThat(told).isEqualTo(ofSession + " " + ofClass + " " + ofSession);
        }
    }
}
