package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SightingTests {

    private static final String REST = " 1 6 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 %d 0 4711 0 0\n";

    @Test
    void a_name_may_hold_brackets_and_line_ends() {
        String stat = "5 (a) S\n(b) R" + REST.formatted(1);

        Sighting seen = Sighting.parse(5, stat).orElseThrow();

        assertThat(seen).isEqualTo(new Sighting(new Identity(5, 4711), 1, 7, "R", true));
    }

    @Test
    void a_zombie_is_dead() {
        assertThat(Sighting.parse(5, "5 (sh) Z" + REST.formatted(1))
                        .orElseThrow()
                        .alive())
                .isFalse();
    }

    @Test
    void a_process_whose_first_thread_alone_has_ended_lives() {
        assertThat(Sighting.parse(5, "5 (java) Z" + REST.formatted(2))
                        .orElseThrow()
                        .alive())
                .isTrue();
    }

    @Test
    void a_text_cut_short_is_no_process() {
        assertThat(Sighting.parse(5, "5 (sh) S 1 6")).isEmpty();
    }
}
