package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceStartException;
import java.net.ConnectException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Attaches a debugger to a service. */
@Execution(
        value = ExecutionMode.SAME_THREAD,
        reason = "it finds its service in the log by the name, which is the same in all")
class DebugSwitchTests {

    private static final String ADDRESS = "Service 'program' waits for a debugger at 127\\.0\\.0\\.1:(\\d+)";

    private static Failures run(Class<?> testCase, String value) {
        return Failures.of(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("managedservice.program.debug", value));
    }

    @Test
    void a_java_program_waits_for_a_debugger_however_long_that_takes() throws Exception {
        try (LoggedMessages logged = new LoggedMessages()) {
            CompletableFuture<Failures> tests = CompletableFuture.supplyAsync(() -> run(JavaTestCase.class, "true"));
            // Takes longer than its timeout.
            VirtualMachine program = attach(logged.await(ADDRESS));
            assertThat(tests).isNotDone();
            assertThat(program.allThreads())
                    .anySatisfy(thread -> assertThat(thread.name()).isEqualTo("main"));
            program.resume();

            Failures failures = tests.get(20, TimeUnit.SECONDS);
            failures.requireAllPassed();
            assertThat(failures.succeeded()).hasSize(1);
        }
    }

    @Test
    void a_port_that_was_chosen_is_kept() throws Exception {
        String chosen = "" + UnleasedPort.find();
        try (LoggedMessages logged = new LoggedMessages()) {
            CompletableFuture<Failures> tests = CompletableFuture.supplyAsync(() -> run(JavaTestCase.class, chosen));
            assertThat(logged.await(ADDRESS)).isEqualTo(chosen);
            attach(chosen).resume();

            tests.get(20, TimeUnit.SECONDS).requireAllPassed();
        }
    }

    @Test
    void false_changes_nothing() {
        try (LoggedMessages logged = new LoggedMessages()) {
            run(PatientTestCase.class, "false").requireAllPassed();

            assertThat(logged.all()).noneMatch(message -> message.contains("debugger"));
        }
    }

    @Test
    void another_program_cannot_be_debugged() {
        assertThat(run(ShellTestCase.class, "true").only())
                .isInstanceOf(ServiceStartException.class)
                .hasMessage("Service 'program' could not be started: managedservice.program.debug is set, but the first"
                        + " word of its command is not '${java}', so nothing is known of its debugger");
    }

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port);
        AtomicReference<VirtualMachine> attached = new AtomicReference<>();
        Eventually.holds(() -> {
            try {
                attached.set(connector.attach(arguments));
                return true;
            } catch (ConnectException e) {
                // The process has been spawned, but does not listen yet.
                return false;
            } catch (IllegalConnectorArgumentsException e) {
                throw new AssertionError(e);
            }
        });
        return Objects.requireNonNull(attached.get());
    }

    /** What is debugged. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("ready");
            Thread.sleep(1_000_000);
        }
    }

    @ManagedService(
            name = "program",
            command = {"${java}", "-cp", "${classpath}", "io.github.managedservice.DebugSwitchTests$Program"},
            readyPattern = "^ready",
            timeout = 1,
            unit = TimeUnit.MILLISECONDS)
    static class JavaTestCase {
        @Test
        void has_it(RunningService program) {
            assertThat(program.isRunning()).isTrue();
        }
    }

    @ManagedService(
            name = "program",
            command = {"${java}", "-cp", "${classpath}", "io.github.managedservice.DebugSwitchTests$Program"},
            readyPattern = "^ready")
    static class PatientTestCase {
        @Test
        void has_it() {}
    }

    @ManagedService(
            name = "program",
            command = {"sh", "-c", "echo ready"},
            readyPattern = "ready")
    static class ShellTestCase {
        @Test
        void does_not_run() {}
    }
}
