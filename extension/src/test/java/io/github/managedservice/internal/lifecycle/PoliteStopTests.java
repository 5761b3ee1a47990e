package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.process.ProcessTree;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

/** All that a stop waits for shares one {@code stopTimeout}. Each wait takes its time here, and notes what it was given. */
class PoliteStopTests {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1000);
    private static final Duration WAIT = Duration.ofMillis(20);

    private final ServiceSpec spec =
            ShellService.of("deaf", "").stopTimeout(STOP_TIMEOUT).build();
    private final ServiceRun run = mock();
    private final ProcessTree tree = mock();
    private final RunPause pause = new RunPause(tree);
    private final StopRequest request = mock();
    private final QuickTime time = new QuickTime();
    private final List<Duration> limits = new ArrayList<>();

    @BeforeEach
    void is_deaf() {
        when(run.isAlive()).thenReturn(true);
        when(run.tree()).thenReturn(tree);
        when(run.pause()).thenReturn(pause);
        when(run.onExit()).thenReturn(new CompletableFuture<>());
        when(run.stopRequest()).thenReturn(Optional.empty());
        when(run.awaitExit(any())).thenAnswer(noting(0, false));
        when(tree.awaitEmpty(any())).thenAnswer(noting(0, false));
        when(request.ask(any(), any())).thenAnswer(noting(1, true));
    }

    @Test
    void what_the_service_has_used_is_not_for_its_children() {
        assertThat(stop().askAndWait()).isFalse();

        assertShared(2);
    }

    @Test
    void what_the_stop_command_has_used_is_not_for_the_service() {
        when(run.stopRequest()).thenReturn(Optional.of(request));

        assertThat(stop().askAndWait()).isFalse();

        assertShared(3);
    }

    @Test
    void what_cannot_be_asked_is_not_waited_for() {
        doThrow(new UncheckedIOException(new IOException("Resource temporarily unavailable")))
                .when(tree)
                .ask("TERM");
        try (LoggedMessages logged = new LoggedMessages()) {
            assertThat(stop().askAndWait()).isFalse();

            assertThat(limits).isEmpty();
            assertThat(logged.all())
                    .contains("Service 'deaf' cannot be asked to end, so it is killed: java.io.IOException: Resource"
                            + " temporarily unavailable");
        }
    }

    @Test
    void nor_what_cannot_be_thawed() {
        pause.freeze();
        doThrow(new UncheckedIOException(new IOException("Resource temporarily unavailable")))
                .when(tree)
                .signalAll("CONT");

        assertThat(stop().askAndWait()).isFalse();

        assertThat(limits).isEmpty();
    }

    private PoliteStop stop() {
        return new PoliteStop(spec.declaration(), run, () -> SecretMask.of(List.of(), Map.of(), List.of()), time);
    }

    /** The n-th wait, from zero, has no more than what n waits have left. */
    private void assertShared(int waits) {
        assertThat(limits).hasSize(waits);
        for (int number = 0; number < waits; number++) {
            assertThat(limits.get(number))
                    .isPositive()
                    .isLessThanOrEqualTo(STOP_TIMEOUT.minus(WAIT.multipliedBy(number)));
        }
    }

    private Answer<Boolean> noting(int argument, boolean answer) {
        return call -> {
            limits.add(call.getArgument(argument));
            time.pass(WAIT);
            return answer;
        };
    }
}
