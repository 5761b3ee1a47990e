package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a class reports that wants a service of each test before there is one. */
class TooEarlyTests {

    private static final String OR_CLASS = ", or give the service scope = Scope.CLASS";

    @Test
    void a_static_port_of_a_service_for_each_test() {
        assertThat(message(StaticPortTestCase.class))
                .isEqualTo("Class " + StaticPortTestCase.class.getName()
                        + ", @ServicePort on field 'port': service 'web' has scope METHOD and runs only during a test, but"
                        + " a static field is set once, before all tests; remove 'static'" + OR_CLASS);
    }

    @Test
    void a_static_value_where_another_service_runs_already() {
        assertThat(message(StaticValueTestCase.class))
                .endsWith(
                        "@ServiceValue on field 'url': service 'web' has scope METHOD and runs only during a test, but a"
                                + " static field is set once, before all tests; remove 'static'" + OR_CLASS);
    }

    @Test
    void a_parameter_of_a_method_before_all_tests() {
        assertThat(message(BeforeAllTestCase.class))
                .endsWith(
                        "@InjectService on parameter 'service' of method 'prepare': service 'web' has scope METHOD and"
                                + " runs only during a test, but this method is not called during a test; take a parameter of the"
                                + " test method or of @BeforeEach instead" + OR_CLASS);
    }

    @Test
    void a_parameter_of_the_constructor_that_is_known_by_its_type() {
        assertThat(message(ConstructorTestCase.class))
                .endsWith(
                        "There is no service for parameter 'web' of the constructor: service 'web' has scope METHOD and"
                                + " runs only during a test, but the constructor is called before it starts; take a parameter of"
                                + " the test method instead" + OR_CLASS);
    }

    @Test
    void one_of_several_that_is_not_named() {
        assertThat(message(SeveralTestCase.class))
                .endsWith(
                        "@ServicePort on field 'second': service 'second' has scope METHOD and runs only during a test,"
                                + " but a static field is set once, before all tests; remove 'static'" + OR_CLASS);
    }

    @Test
    void what_is_wrong_in_a_test_too_is_said_as_before() {
        assertThat(message(WrongTypeTestCase.class))
                .contains("@ServicePort on field 'port': the type is java.lang.String, and must be int or Integer");
    }

    private static String message(Class<?> testCase) {
        return Optional.ofNullable(Failures.of(testCase).only().getMessage()).orElse("");
    }

    @ManagedService(name = "web", command = "sleep ${port}", scope = Scope.METHOD)
    static class StaticPortTestCase {
        @ServicePort
        static int port;

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "store", command = "sleep ${port}")
    @ManagedService(name = "web", command = "sleep ${port}", scope = Scope.METHOD)
    static class StaticValueTestCase {
        @ServiceValue("http://${host}:${web.port}/")
        static String url = "";

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "web", command = "sleep ${port}", scope = Scope.METHOD)
    static class BeforeAllTestCase {
        @BeforeAll
        static void prepare(@InjectService("web") RunningService service) {}

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "web", command = "sleep 1000", scope = Scope.METHOD)
    static class ConstructorTestCase {
        ConstructorTestCase(RunningService web) {}

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "first", command = "sleep ${port}", scope = Scope.METHOD)
    @ManagedService(name = "second", command = "sleep ${port}", scope = Scope.METHOD)
    static class SeveralTestCase {
        @ServicePort
        static int second;

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "web", command = "sleep ${port}", scope = Scope.METHOD)
    static class WrongTypeTestCase {
        @ServicePort
        static String port = "";

        @Test
        void does_not_run() {}
    }
}
