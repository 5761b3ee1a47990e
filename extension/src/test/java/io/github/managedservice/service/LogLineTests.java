package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.managedservice.service.LogLine.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLineTests {

    @Test
    @SuppressWarnings("NullAway") // The problem of a caller without such a check.
    void refuses_what_is_missing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new LogLine(null, Source.STDOUT, Instant.EPOCH))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> new LogLine("", null, Instant.EPOCH))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> new LogLine("", Source.STDERR, null))
                .withMessage("at");
    }
}
