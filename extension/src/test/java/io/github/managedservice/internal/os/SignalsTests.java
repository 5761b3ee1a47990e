package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTests {

    @ParameterizedTest
    @CsvSource({"129, HUP", "130, INT", "131, QUIT", "134, ABRT", "137, KILL", "139, SEGV", "143, TERM"})
    void names_the_signal_that_ended_a_process(int exitCode, String name) {
        assertThat(Signals.ofExitCode(exitCode)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 127, 128, 192, 255, -1})
    void knows_exit_codes_that_are_no_signals(int exitCode) {
        assertThat(Signals.ofExitCode(exitCode)).isEmpty();
    }

    @Test
    void numbers_a_name() {
        assertThat(Signals.number("KILL")).hasValue(9);
        assertThat(Signals.number("SIGKILL")).isEmpty();
    }
}
