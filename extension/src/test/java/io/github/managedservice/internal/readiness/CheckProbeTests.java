package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CheckProbeTests {

    @Test
    void is_ready_when_the_condition_holds() throws Exception {
        ProbeResult attempt = new CheckProbe("three brokers are up", () -> true).attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.Ready());
    }

    @Test
    void says_which_condition_does_not_hold() throws Exception {
        ProbeResult attempt = new CheckProbe("three brokers are up", () -> false).attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.NotYet("returned false"));
    }

    @Test
    void takes_an_exception_for_not_yet() throws Exception {
        CheckProbe probe = new CheckProbe("three brokers are up", () -> {
            throw new IllegalStateException("no broker");
        });

        ProbeResult attempt = probe.attempt();

        assertThat(attempt)
                .isEqualTo(new ProbeResult.NotYet("threw an exception", "java.lang.IllegalStateException: no broker"));
    }

    @Test
    void takes_a_failed_assertion_for_not_yet() throws Exception {
        CheckProbe probe = new CheckProbe("three brokers are up", () -> {
            throw new AssertionError("expected 3 but was 2");
        });

        ProbeResult attempt = probe.attempt();

        assertThat(attempt)
                .isEqualTo(
                        new ProbeResult.NotYet("threw an exception", "java.lang.AssertionError: expected 3 but was 2"));
    }

    @Test
    void an_interrupt_within_the_condition_calls_the_attempt_off() {
        CheckProbe probe = new CheckProbe("three brokers are up", () -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(probe::attempt);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void needs_a_description() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckProbe("", () -> true))
                .withMessage("A check needs a description");
    }
}
