package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mockStatic;

import io.github.managedservice.Eventually;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputPump;
import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.internal.readiness.Polling;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.mockito.MockedStatic;

/** Whatever is thrown in the middle of a start. */
@EnabledOnOs(OS.LINUX)
class BrokenOffStartTests {

    private final Throwable noMemory = new OutOfMemoryError("Java heap space");
    private final Throwable noStack = new StackOverflowError();
    private final Throwable problem = new IllegalStateException("of ours");

    private final int port = freePort();
    private final Set<Long> before = children();

    BrokenOffStartTests() throws IOException {}

    @Test
    void leaves_nothing_where_the_second_pump_cannot_be_started() throws Exception {
        try (MockedStatic<OutputPump> pumps = failing(OutputPump.class, "service-broken-off-stderr", noMemory)) {
            assertLeavesNothing(pumps, "this JVM has no memory left (java.lang.OutOfMemoryError: Java heap space).");
        }
    }

    @Test
    void leaves_nothing_where_the_first_pump_cannot_be_started() throws Exception {
        try (MockedStatic<OutputPump> pumps = failing(OutputPump.class, "service-broken-off-stdout", noStack)) {
            assertLeavesNothing(pumps, "java.lang.StackOverflowError");
        }
    }

    @Test
    void leaves_nothing_where_its_output_cannot_be_watched() throws Exception {
        try (MockedStatic<LineWatch> watches = failing(LineWatch.class, "service-broken-off-failure", noMemory)) {
            assertLeavesNothing(watches, "this JVM has no memory left (java.lang.OutOfMemoryError: Java heap space).");
        }
    }

    @Test
    void leaves_nothing_where_it_cannot_be_asked() throws Exception {
        try (MockedStatic<Polling> pollings = failing(Polling.class, "service-broken-off-probe", noStack)) {
            assertLeavesNothing(pollings, "java.lang.StackOverflowError");
        }
    }

    @Test
    void gives_back_what_it_has_claimed_where_there_is_no_log() throws Exception {
        try (MockedStatic<OutputLog> logs = failing(OutputLog.class, "broken-off.log", problem)) {
            assertLeavesNothing(logs, "java.lang.IllegalStateException: of ours");
        }
    }

    /** A class of which the static method fails whose first argument ends with this. */
    private static <T> MockedStatic<T> failing(Class<T> type, String argument, Throwable failure) {
        return mockStatic(type, call -> {
            if (call.getArguments().length > 0 && call.getArgument(0).toString().endsWith(argument)) {
                throw failure;
            }
            return call.callRealMethod();
        });
    }

    private void assertLeavesNothing(MockedStatic<?> failing, String reason) throws Exception {
        assertThat(failing.isClosed()).isFalse();
        ServiceSpec spec = ShellService.of("broken-off", "echo up; exec sleep 1000", "${port}", "${tempDir}")
                .port(port)
                .readyPattern("up")
                .failurePattern("down")
                .readyCommand("/bin/true")
                .readyUrl("/")
                .build();

        Throwable failure = catchThrowable(() -> ServiceLauncher.start(spec));

        assertThat(failure)
                .isInstanceOf(ServiceStartException.class)
                .hasMessageStartingWith("Service 'broken-off' could not be started: " + reason)
                .hasCauseInstanceOf(Throwable.class);
        Eventually.holds(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("service-broken-off-")));
        assertThat(children()).isSubsetOf(before);
        PortLease.claim(port).close();
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(temporary)
                    .noneMatch(path -> Objects.toString(path.getFileName()).startsWith("managed-service-broken-off"));
        }
    }

    /** Without guards, which may come and go. */
    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !child.info()
                        .commandLine()
                        .orElse("managed-service-guard")
                        .contains("managed-service-guard"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static int freePort() throws IOException {
        try (PortLease lease = PortLease.lease()) {
            return lease.port();
        }
    }
}
