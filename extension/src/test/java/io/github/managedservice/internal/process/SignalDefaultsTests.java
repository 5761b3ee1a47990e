package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.guard.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SignalDefaultsTests {

    @Test
    void a_service_hears_what_its_jvm_was_told_to_ignore() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.startIgnoring("HUP INT QUIT TERM", Token.next())) {
            Path status = Path.of("/proc", Long.toString(jvm.servicePid()), "status");

            List<String> signals = Files.readAllLines(status);

            // 32 and 33 are the C library's own.
            assertThat(signals)
                    .filteredOn(line -> line.startsWith("SigIgn"))
                    .singleElement()
                    .satisfies(line -> assertThat(
                                    Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0x7fff_ffffL)
                            .isZero());
        }
    }

    @Test
    void costs_nothing_where_all_is_as_it_should_be() throws Exception {
        assertThat(SignalDefaults.restore(20, 0)).isEmpty();
    }

    @Test
    void undoes_what_was_ignored_and_before_java_20_what_is_blocked() throws Exception {
        assertThat(SignalDefaults.restore(20, 0b10)).containsExactly("/usr/bin/env", "--default-signal=INT");
        assertThat(SignalDefaults.restore(19, 0b1)).containsExactly("/usr/bin/env", "--default-signal=HUP,QUIT");
    }

    @Test
    void leaves_other_signals_as_they_are() throws Exception {
        assertThat(SignalDefaults.restore(20, 1L << 12)).isEmpty();
    }
}
