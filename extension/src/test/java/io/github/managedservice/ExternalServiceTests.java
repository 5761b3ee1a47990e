package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpServer;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A service of which an instance runs already, in this JVM. */
@Execution(
        value = ExecutionMode.SAME_THREAD,
        reason = "its test cases are told in a static field where the instance is")
class ExternalServiceTests {

    private static final String PROGRAM = "/no/such/program";

    private static int port;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer instance;

    @BeforeEach
    void start_the_instance() throws IOException {
        instance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        instance.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 204, -1);
            exchange.close();
        });
        instance.start();
        port = instance.getAddress().getPort();
    }

    @AfterEach
    void stop_the_instance() {
        instance.stop(0);
    }

    private static Failures run(Class<?> testCase, String address) {
        return Failures.of(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("managedservice.shop.external", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]"})
    void is_used_and_left_alone(String host) throws Exception {
        run(UsingTestCase.class, host + ":" + port).requireAllPassed();

        assertThat(System.getProperty("shop.address")).isNull();
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    @Test
    void serves_the_services_that_need_it() {
        run(NeededTestCase.class, "127.0.0.1:" + port).requireAllPassed();
    }

    @Test
    void is_asked_until_it_is_ready() {
        run(HealthTestCase.class, "127.0.0.1:" + port).requireAllPassed();
        assertThat(asked).hasValue(3);
    }

    @Test
    void is_named_with_the_process_that_answers() throws Exception {
        try (LoggedMessages logged = new LoggedMessages()) {
            run(UsingTestCase.class, "localhost:" + port);

            assertThat(logged.await("Service 'shop' is not started: localhost:" + port
                            + " is used instead, where pid (\\d+) \\(.+\\) answers"))
                    .isEqualTo("" + ProcessHandle.current().pid());
        }
    }

    @Test
    void that_does_not_answer_fails_the_tests() throws Exception {
        int nobody = UnleasedPort.find();

        assertThat(run(HastyTestCase.class, "127.0.0.1:" + nobody).only())
                .isInstanceOf(ServiceStartException.class)
                .message()
                .startsWith("Service 'shop' was not started, because managedservice.shop.external = 127.0.0.1:" + nobody
                        + ", and that did not become ready within its timeout of 2 s: connection to 127.0.0.1:"
                        + nobody
                        + " was not answered: connection refused (");
    }

    @Test
    void that_a_declaration_asks_for_more_than_is_known_fails_the_tests() {
        assertThat(run(OtherPortTestCase.class, "127.0.0.1:" + port).only())
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("${port.admin}");
    }

    @ManagedService(
            name = "shop",
            command = {PROGRAM, "${port}"},
            readyPattern = "never printed",
            systemProperties = "shop.address=${host}:${port}")
    static class UsingTestCase {

        @ServicePort
        int injected;

        @Test
        void has_it(RunningService shop, @ServiceValue("http://${host}:${port}/") URI uri) {
            assertThat(shop.isRunning()).isTrue();
            assertThat(shop.port()).isEqualTo(port).isEqualTo(injected);
            assertThat(shop.uri("http").resolve("/")).isEqualTo(uri);
            assertThat(System.getProperty("shop.address")).isEqualTo(shop.host() + ":" + port);
            assertThat(shop.log().lines()).isEmpty();
            assertThat(shop.onExit()).isNotDone();
            assertThat(shop.captured("any")).isEmpty();
        }

        @Test
        void has_no_process_of_it(RunningService shop) {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    shop::pid, shop::kill, shop::restart, shop::pause, shop::resume, () -> shop.signal("HUP"))) {
                assertThatThrownBy(act)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("Service 'shop' is external (" + shop.host() + ":" + port + "): it");
            }
            assertThatThrownBy(() -> shop.port("admin"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Of service 'shop' no port 'admin' is known: " + shop.host() + ":" + port
                            + " is used in its place");
        }
    }

    @ManagedService(
            name = "shop",
            command = {PROGRAM, "${port}"})
    @ManagedService(
            name = "cart",
            command = {"sh", "-c", "echo shop at ${shop.port}; exec sleep 1000"},
            readyPattern = "shop at (?<shop>\\d+)")
    static class NeededTestCase {
        @Test
        void has_both(@InjectService("cart") RunningService cart) {
            assertThat(cart.captured("shop")).contains("" + port);
            assertThat(cart.pid()).isPositive();
        }
    }

    @ManagedService(
            name = "shop",
            command = {PROGRAM, "${port}"},
            readyUrl = "/health")
    static class HealthTestCase {
        @Test
        void has_it() {}
    }

    @ManagedService(
            name = "shop",
            command = {PROGRAM, "${port}"},
            timeout = 2)
    static class HastyTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(
            name = "shop",
            command = {PROGRAM, "${port}", "${port.admin}"},
            readyUrl = "tcp://${host}:${port.admin}")
    static class OtherPortTestCase {
        @Test
        void does_not_run() {}
    }
}
