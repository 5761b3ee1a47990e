package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    @Test
    void never_grants_more_than_the_limit() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));

        int remaining = deadline.remainingMillis();

        assertThat(remaining).isBetween(1, 60_000);
    }

    @Test
    void throws_once_it_has_passed() {
        Deadline deadline = Deadline.in(Duration.ZERO);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(deadline::remainingMillis);
    }
}
