package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A record as a test class: its components are parameters of the constructor, and fields that nobody else can fill. */
class RecordTests {

    @Test
    void components_are_filled_by_the_constructor() {
        Failures.of(ComponentsTestCase.class).requireAllPassed();
    }

    @Test
    void so_are_the_parameters_of_a_constructor_of_its_own() {
        Failures.of(ConstructorTestCase.class).requireAllPassed();
    }

    @Test
    void a_class_in_a_record_has_fields_of_its_own() {
        Failures.of(OuterTestCase.class).requireAllPassed();
    }

    @Test
    void static_fields_of_a_record_are_filled_like_those_of_a_class() {
        Failures.of(StaticFieldTestCase.class).requireAllPassed();
    }

    @Test
    void a_static_final_field_is_still_a_mistake() {
        assertThat(Failures.of(FinalFieldTestCase.class).only())
                .hasMessageContaining("@ServicePort on field 'PORT': nothing can be injected into a final field");
    }

    @Test
    void a_component_cannot_have_a_service_that_starts_for_each_test() {
        assertThat(Failures.of(MethodScopeTestCase.class).only())
                .hasMessageContaining(
                        "@ServicePort on parameter 'port' of the constructor: service 'web' has scope METHOD")
                .hasMessageContaining("the constructor is called before it starts");
    }

    @ManagedService(name = "web", command = "sh -c 'echo ready ${port}; exec sleep 1000'", readyPattern = "ready")
    record ComponentsTestCase(
            @ServicePort int port,
            @ServiceValue("http://${host}:${port}/") URI uri,
            @InjectService("web") RunningService named,
            RunningService only) {
        @Test
        void are_filled() {
            assertThat(port).isEqualTo(named.port());
            assertThat(uri).hasPort(port);
            assertThat(only).isSameAs(named);
        }
    }

    @ManagedService(name = "web", command = "sh -c 'echo ready ${port}; exec sleep 1000'", readyPattern = "ready")
    record ConstructorTestCase(@ServicePort int port, RunningService web) {
        ConstructorTestCase(@ServicePort int port, RunningService web) {
            this.port = port;
            this.web = web;
        }

        @Test
        void is_called() {
            assertThat(port).isEqualTo(web.port());
        }
    }

    @ManagedService(name = "web", command = "sh -c 'echo ready ${port}; exec sleep 1000'", readyPattern = "ready")
    record OuterTestCase(@ServicePort Integer port) {
        @Nested
        class Inner {
            @ServicePort
            private int own;

            @Test
            void sees_the_same() {
                assertThat(own).isEqualTo(port);
            }
        }
    }

    @ManagedService(name = "web", command = "sh -c 'echo ready ${port}; exec sleep 1000'", readyPattern = "ready")
    record StaticFieldTestCase(RunningService web) {
        @ServicePort
        private static int port;

        @Test
        void is_filled() {
            assertThat(port).isEqualTo(web.port());
        }
    }

    @ManagedService(name = "web", command = "sh -c 'echo ready ${port}; exec sleep 1000'", readyPattern = "ready")
    record FinalFieldTestCase() {
        @ServicePort
        static final int PORT = 0;

        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "web", command = "sleep ${port}", scope = Scope.METHOD)
    record MethodScopeTestCase(@ServicePort int port) {
        @Test
        void does_not_run() {}
    }
}
