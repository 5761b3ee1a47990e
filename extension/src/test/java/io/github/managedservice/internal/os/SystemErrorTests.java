package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemErrorTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARGUMENTS_TOO_LONG | Cannot run program \"/usr/bin/env\": error=7, Argument list too long | true",
                "ARGUMENTS_TOO_LONG | Cannot run program \"/usr/bin/env\": Exec failed, error: 7 (Argument list too long) | true",
                "ARGUMENTS_TOO_LONG | Cannot run program \"x\": error=77, File descriptor in bad state | false",
                "NO_MORE_PROCESSES | Cannot run program \"x\": error=11, Resource temporarily unavailable | true",
                "NO_MORE_PROCESSES | Cannot run program \"x\": Exec failed, error: 11 (Resource temporarily unavailable) | true",
                "NO_MORE_PROCESSES | Cannot run program \"x\": error=13, Permission denied | false"
            })
    void is_found_in_the_words_of_each_jdk(SystemError error, String message, boolean found) {
        assertThat(error.isIn(new IOException(message))).isEqualTo(found);
    }
}
