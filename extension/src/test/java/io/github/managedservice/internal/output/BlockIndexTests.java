package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDERR;
import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.output.BlockIndex.Block;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlockIndexTests {

    private static final int CAPACITY = 64;

    private final BlockIndex index = new BlockIndex(CAPACITY);

    @Test
    void knows_the_source_and_time_of_each_byte() {
        index.add(STDOUT, 10, 1000, false);
        index.add(STDERR, 5, 2000, false);
        index.add(STDOUT, 1, 3000, true);

        assertThat(index.at(0)).isEqualTo(new Block(0, 10, STDOUT, Instant.ofEpochMilli(1000), false));
        assertThat(index.at(9)).isEqualTo(index.at(0));
        assertThat(index.at(10)).isEqualTo(new Block(10, 15, STDERR, Instant.ofEpochMilli(2000), false));
        assertThat(index.at(14)).isEqualTo(index.at(10));
        assertThat(index.at(15)).isEqualTo(new Block(15, 16, STDOUT, Instant.ofEpochMilli(3000), true));
    }

    @Test
    void joins_what_one_source_printed_in_one_millisecond() {
        index.add(STDOUT, 10, 1000, false);
        index.add(STDOUT, 10, 1000, false);
        index.add(STDOUT, 10, 1001, false);

        assertThat(index.size()).isEqualTo(2);
        assertThat(index.at(15).length()).isEqualTo(20);
    }

    @Test
    void does_not_join_over_a_restart() {
        index.add(STDOUT, 10, 1000, false);
        index.add(STDOUT, 10, 1000, true);

        assertThat(index.at(10)).isEqualTo(new Block(10, 20, STDOUT, Instant.ofEpochMilli(1000), true));
    }

    @Test
    void loses_old_times_first_when_it_is_full() {
        index.add(STDERR, 1, 0, false);
        index.add(STDOUT, 1, 1, false);
        index.add(STDOUT, 1, 2, true);
        for (int time = 3; time < 10 * CAPACITY; time++) {
            index.add(STDOUT, 1, time, false);
        }

        assertThat(index.size()).isLessThanOrEqualTo(CAPACITY);
        assertThat(index.at(0).source()).isEqualTo(STDERR);
        assertThat(index.at(1).source()).isEqualTo(STDOUT);
        assertThat(index.at(2).fresh()).isTrue();
        assertThat(index.at(10 * CAPACITY - 1).at()).isEqualTo(Instant.ofEpochMilli(10 * CAPACITY - 1));
    }

    @Test
    void loses_old_sources_when_nothing_else_helps() {
        for (int time = 0; time < 10 * CAPACITY; time++) {
            index.add(time % 2 == 0 ? STDOUT : STDERR, 1, time, false);
        }

        assertThat(index.size()).isLessThanOrEqualTo(CAPACITY);
        assertThat(index.at(0).start()).isZero();
        assertThat(index.at(10 * CAPACITY - 1))
                .isEqualTo(new Block(
                        10 * CAPACITY - 1, 10 * CAPACITY, STDERR, Instant.ofEpochMilli(10 * CAPACITY - 1), false));
    }

    @Test
    void has_a_block_for_each_byte_however_coarse_it_is() {
        for (int time = 0; time < 10 * CAPACITY; time++) {
            index.add(time % 3 == 0 ? STDOUT : STDERR, 1 + time % 7, time, time % 5 == 0);
        }

        long position = 0;
        for (int time = 0; time < 10 * CAPACITY; time++) {
            assertThat(index.at(position).start()).isLessThanOrEqualTo(position);
            assertThat(index.at(position).end()).isGreaterThan(position);
            position += 1 + time % 7;
        }
        assertThat(index.at(position - 1).end()).isEqualTo(position);
    }
}
