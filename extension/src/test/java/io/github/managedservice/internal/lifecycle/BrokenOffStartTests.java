package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.managedservice.Eventually;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputPump;
import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.internal.readiness.Polling;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever is thrown in the middle of a start. */
@EnabledOnOs(OS.LINUX)
class BrokenOffStartTests {

    private final Error noMemory = new OutOfMemoryError("Java heap space");
    private final Error noStack = new StackOverflowError();

    private final int port = freePort();
    private final Set<Long> before = children();
    private final ServiceSpec spec = ShellService.of("broken-off", "echo up; exec sleep 1000", "${port}", "${tempDir}")
            .port(port)
            .readyPattern("up")
            .failurePattern("down")
            .readyCommand("/bin/true")
            .readyUrl("/")
            .build();

    BrokenOffStartTests() throws IOException {}

    @Test
    void leaves_nothing_where_the_second_pump_cannot_be_started() throws Exception {
        try (BrokenThread broken = new BrokenThread(OutputPump.class, 2, noMemory)) {
            assertLeavesNothing("this JVM has no memory left (java.lang.OutOfMemoryError: Java heap space).");
            assertThat(broken.isReached()).isTrue();
        }
    }

    @Test
    void leaves_nothing_where_the_first_pump_cannot_be_started() throws Exception {
        try (BrokenThread broken = new BrokenThread(OutputPump.class, 1, noStack)) {
            assertLeavesNothing("java.lang.StackOverflowError");
            assertThat(broken.isReached()).isTrue();
        }
    }

    @Test
    void leaves_nothing_where_its_output_cannot_be_watched() throws Exception {
        try (BrokenThread broken = new BrokenThread(LineWatch.class, 1, noMemory)) {
            assertLeavesNothing("this JVM has no memory left (java.lang.OutOfMemoryError: Java heap space).");
            assertThat(broken.isReached()).isTrue();
        }
    }

    @Test
    void leaves_nothing_where_it_cannot_be_asked() throws Exception {
        try (BrokenThread broken = new BrokenThread(Polling.class, 1, noStack)) {
            assertLeavesNothing("java.lang.StackOverflowError");
            assertThat(broken.isReached()).isTrue();
        }
    }

    @Test
    void gives_back_what_it_has_claimed_where_there_is_no_log() throws Exception {
        // A file system for the classes of the JDK, whose failure to write is no IOException.
        Path log = Path.of(URI.create("jrt:/broken-off.log"));
        Switches switches = Switches.ofSystemProperties(Set.of());

        assertLeavesNothing(
                () -> StartedService.start(spec.declaration(), log, Peers.none(), switches, Time.REAL),
                "java.nio.file.ReadOnlyFileSystemException");
    }

    private void assertLeavesNothing(String reason) throws Exception {
        assertLeavesNothing(() -> ServiceLauncher.start(spec), reason);
    }

    private void assertLeavesNothing(ThrowingCallable start, String reason) throws Exception {
        Throwable failure = catchThrowable(start);

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

    /** The class of the n-th thread that this one creates fails to: a thread copies such a value for each thread it makes. */
    private static final class BrokenThread extends InheritableThreadLocal<String> implements AutoCloseable {

        private final String creator;
        private final Error failure;
        private int left;

        BrokenThread(Class<?> creator, int number, Error failure) {
            this.creator = creator.getName();
            this.left = number;
            this.failure = failure;
            set("");
        }

        boolean isReached() {
            return left <= 0;
        }

        @Override
        protected String childValue(String value) {
            boolean isMeant = StackWalker.getInstance()
                    .walk(all -> all.anyMatch(frame -> frame.getClassName().equals(creator)));
            if (isMeant && --left == 0) {
                throw failure;
            }
            return value;
        }

        @Override
        public void close() {
            remove();
        }
    }
}
