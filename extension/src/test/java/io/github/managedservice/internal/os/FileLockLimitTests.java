package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLockLimitTests {

    @Test
    void reads_both_limits() {
        String limits = """
                Limit                     Soft Limit           Hard Limit           Units
                Max open files            1024                 4096                 files
                Max file locks            4611686018427387905  9223372036854775806  locks
                Max pending signals       1                    1                    signals
                """;

        assertThat(FileLockLimit.parse(limits)).contains(new FileLockLimit(4611686018427387905L, 9223372036854775806L));
    }

    @Test
    void takes_what_is_beyond_any_mark_for_unlimited() {
        String limits = "Limit\nMax file locks            unlimited            18446744073709551614 locks\n";

        assertThat(FileLockLimit.parse(limits))
                .contains(new FileLockLimit(FileLockLimit.UNLIMITED, FileLockLimit.UNLIMITED));
    }

    @Test
    void is_marked_by_either_limit() {
        ProcessMark mark = new ProcessMark(5);

        assertThat(new FileLockLimit(5, 9).is(mark)).isTrue();
        assertThat(new FileLockLimit(4, 5).is(mark)).isTrue();
        assertThat(new FileLockLimit(4, 9).is(mark)).isFalse();
    }

    @Test
    void knows_nothing_of_a_process_that_is_not_there() {
        assertThat(FileLockLimit.of("nobody")).isEmpty();
    }
}
