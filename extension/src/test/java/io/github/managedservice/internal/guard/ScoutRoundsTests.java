package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets the guard's scout meet what the kernel does in the wrong moment, when nobody was there before. */
@EnabledOnOs(OS.LINUX)
class ScoutRoundsTests {

    private static final String COOKIE = "4711";

    private final StagedProc proc;

    ScoutRoundsTests(@TempDir Path folder) throws IOException {
        this.proc = new StagedProc(folder);
    }

    @ParameterizedTest
    @EnumSource
    void waits_for_a_process_that_can_be_seen_long_after_its_pid_was_given(Awk awk) throws Exception {
        proc.at(1, "given 101").at(50, "born 101 77 " + COOKIE).at(55, "gone 101");

        assertThat(seenBy(awk)).containsExactly("101 77 7.50", "over");
    }

    @ParameterizedTest
    @EnumSource
    void gives_up_a_pid_whose_process_is_never_seen(Awk awk) throws Exception {
        proc.at(1, "given 101");

        assertThat(seenBy(awk)).containsExactly("over");
        assertThat(proc.looks()).isLessThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void gives_up_no_pid_while_somebody_lives(Awk awk) throws Exception {
        proc.at(1, "given 101; born 101 77 " + COOKIE)
                .at(2, "given 102")
                .at(120, "born 102 90 " + COOKIE)
                .at(125, "gone 101; gone 102");

        assertThat(seenBy(awk)).containsExactly("101 77 7.50", "102 90 7.50", "over");
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_is_born_when_it_is_about_to_end(Awk awk) throws Exception {
        proc.at(1, "given 100").at(2, "given 101; born 101 77 " + COOKIE).at(7, "gone 101");

        assertThat(seenBy(awk)).containsExactly("101 77 7.50", "over");
    }

    @ParameterizedTest
    @EnumSource
    void ends_when_the_pid_of_the_last_one_is_a_strangers(Awk awk) throws Exception {
        proc.at(1, "given 101; born 101 77 " + COOKIE).at(5, "gone 101; born 101 90 0");

        assertThat(seenBy(awk)).containsExactly("101 77 7.50", "over");
        assertThat(proc.looks()).isLessThan(20);
    }

    /** All that it prints, when it was told that the pid given last was 100. */
    private List<String> seenBy(Awk awk) throws Exception {
        Process scout = awk.start(proc.scout());
        try (OutputStream in = scout.getOutputStream()) {
            in.write(("100 32768 " + COOKIE + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return scout.inputReader(StandardCharsets.US_ASCII).lines().toList();
    }
}
