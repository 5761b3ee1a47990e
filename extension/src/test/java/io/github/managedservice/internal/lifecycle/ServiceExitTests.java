package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.managedservice.service.ServiceExit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceExitTests {

    @Test
    void says_code_or_signal_as_a_verb() {
        assertThat(FailureReport.asVerb(new ServiceExit(3, Optional.empty(), Duration.ZERO, false)))
                .isEqualTo("exited with code 3");
        assertThat(FailureReport.asVerb(new ServiceExit(137, Optional.of("KILL"), Duration.ZERO, true)))
                .isEqualTo("was ended by SIGKILL (exit code 137)");
    }

    @Test
    @SuppressWarnings("NullAway") // The problem of a caller without such a check.
    void refuses_what_is_missing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceExit(0, null, Duration.ZERO, true))
                .withMessage("signal");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceExit(0, Optional.empty(), null, true))
                .withMessage("duration");
    }
}
