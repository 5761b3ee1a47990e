package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "'listen EACCES: permission denied 0.0.0.0:80', '[80]'",
        "'bind 127.0.0.10:8080: Address already in use', '[8080]'",
        "'Port 8080 was already in use.', '[8080]'",
        "'listen tcp [::1]:5432 and port=6379: taken', '[5432, 6379]'",
        "'2026-11-24 12:34:56.789 in use', '[]'",
        "'2026-11-24T12:34 in use', '[]'",
        "'port 99999 of 12 in use', '[]'"
    })
    void finds_what_can_be_a_port(String line, String ports) {
        assertThat(PortNumbers.in(line)).hasToString(ports);
    }
}
