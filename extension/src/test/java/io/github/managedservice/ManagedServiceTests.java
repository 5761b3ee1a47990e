package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManagedServiceTests {

    static final AtomicLong PID = new AtomicLong();

    @Test
    void injects_into_parameters_fields_and_nested_classes_and_leaves_nothing() {
        Failures.of(InjectionTestCase.class).requireAllPassed();

        assertThat(ProcessHandle.of(PID.get())).isEmpty();
    }

    @Test
    void gives_the_port_to_the_constructor_of_a_per_class_instance() {
        Failures.of(PerClassTestCase.class).requireAllPassed();
    }

    @Test
    void starts_the_services_of_fields() {
        Failures.of(FieldsTestCase.class).requireAllPassed();
    }

    @Test
    void nested_classes_share_the_service_of_a_static_field() {
        Failures.of(NestedInStaticFieldTestCase.class).requireAllPassed();
    }

    @Test
    void a_start_that_fails_says_why() {
        assertThat(Failures.of(EarlyExitTestCase.class).only())
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("exited with code 3")
                .hasMessageContaining("no such option");
    }

    @ManagedService(
            name = "shell",
            command = {"sh", "-c", "echo Server - Started on ${port}; exec sleep 60"},
            readyPattern = "Started on (?<number>\\d+)",
            timeout = 10,
            systemProperties = "managed.service.tests=${number}")
    static class InjectionTestCase {

        @ServicePort
        static int staticPort;

        @ServiceValue("${host}:${shell.port}")
        String address = "";

        @Test
        void sees_one_service(@ServicePort int port, RunningService service) {
            PID.set(service.pid());

            assertThat(port).isEqualTo(staticPort).isEqualTo(service.port());
            assertThat(address).isEqualTo("127.0.0.1:" + port);
            assertThat(service.captured("number")).isEqualTo(Optional.of(Integer.toString(port)));
            assertThat(System.getProperty("managed.service.tests")).isEqualTo(Integer.toString(port));
        }

        @Nested
        class Inner {
            @Test
            void sees_the_same_service(@InjectService("shell") RunningService service) {
                assertThat(service.port()).isEqualTo(staticPort);
            }
        }
    }

    @Test
    void a_further_port_is_known_to_another_service() {
        Failures.of(FurtherPortTestCase.class).requireAllPassed();
    }

    @ManagedService(
            name = "store",
            command = {"sh", "-c", "echo ready; exec sleep 60", "sh", "${port.admin}"},
            readyPattern = "ready")
    @ManagedService(
            name = "client",
            command = {"sh", "-c", "echo client of $1; exec sleep 60", "sh", "${store.port.admin}"},
            readyPattern = "client of (?<number>\\d+)")
    static class FurtherPortTestCase {

        @Test
        void has_one_number(
                @ServicePort(value = "store", name = "admin") Integer port,
                @InjectService("client") RunningService client) {
            assertThat(client.captured("number")).contains(port.toString());
        }
    }

    @ManagedService(
            command = {"sh", "-c", "echo ready ${port}; exec sleep 60"},
            readyPattern = "ready")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private final int port;

        PerClassTestCase(@ServicePort int port) {
            this.port = port;
        }

        @Test
        void has_the_port() {
            assertThat(port).isPositive();
        }
    }

    static class FieldsTestCase {

        @RegisterExtension
        static final ManagedServiceExtension SHARED = ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "exec sleep 60").name("shared").build());

        @RegisterExtension
        final ManagedServiceExtension fresh = ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "exec sleep 60").name("fresh").build());

        @Test
        void both_run() {
            Path log = fresh.service().log().file();

            assertThat(SHARED.service().isRunning()).isTrue();
            assertThat(fresh.service().isRunning()).isTrue();
            assertThat(Files.exists(log)).isTrue();
        }
    }

    static class NestedInStaticFieldTestCase {

        @RegisterExtension
        static final ManagedServiceExtension SHARED = ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "exec sleep 60").name("shared").build());

        private static long pid;

        @BeforeAll
        static void remember() {
            pid = SHARED.service().pid();
        }

        @Nested
        class Inner {
            @Test
            void sees_the_same_service(RunningService service) {
                assertThat(service.pid()).isEqualTo(pid);
                assertThat(SHARED.service().pid()).isEqualTo(pid);
            }
        }
    }

    @ManagedService(
            command = {"sh", "-c", "echo no such option >&2; exit 3"},
            readyPattern = "ready")
    static class EarlyExitTestCase {
        @Test
        void does_not_run() {}
    }

    @Test
    void what_cannot_be_converted_is_told_without_its_secrets() {
        assertThat(Failures.of(SecretTestCase.class).only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("@ServiceValue(\"redis://:${password}@${host}\") on field 'address'")
                .hasMessageContaining("java.net.URI")
                .message()
                .doesNotContain("open sesame");
    }

    @ManagedService(
            command = {"sh", "-c", "echo let me in, $SHOP_PASSWORD; exec sleep 1000"},
            env = "SHOP_PASSWORD=open sesame",
            readyPattern = "let me in, (?<password>.+)")
    static class SecretTestCase {

        @ServiceValue("redis://:${password}@${host}")
        static URI address = URI.create("none");

        @Test
        void does_not_run() {}
    }
}
