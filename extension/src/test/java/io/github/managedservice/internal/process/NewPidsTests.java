package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewPidsTests {

    private final PidsGivenInTurn table = new PidsGivenInTurn();

    @Test
    void are_none_as_long_as_nothing_is_created() {
        table.newest = 70;

        NewPids newPids = new NewPids(table);

        assertThat(newPids.next()).isEmpty();
    }

    @Test
    void are_each_named_once() {
        table.newest = 70;
        NewPids newPids = new NewPids(table);

        table.newest = 73;

        assertThat(newPids.next()).containsExactly(71L, 72L, 73L);
        assertThat(newPids.next()).isEmpty();
    }

    @Test
    void go_on_after_the_last_pid_with_the_first() {
        table.newest = 32766;
        NewPids newPids = new NewPids(table);

        table.newest = 1;

        assertThat(newPids.next()).containsExactly(32767L, 0L, 1L);
    }

    @Test
    void are_cut_to_the_newest_where_they_are_many() {
        table.newest = 100;
        NewPids newPids = new NewPids(table);

        table.newest = 20_100;

        assertThat(newPids.next()).hasSize(3000).endsWith(20_099L, 20_100L);
    }

    private static final class PidsGivenInTurn implements ProcessTable {

        private long newest;

        @Override
        public List<ProcessEntry> startedSince(long start) {
            return List.of();
        }

        @Override
        public Optional<ProcessEntry> entry(long pid) {
            return Optional.empty();
        }

        @Override
        public long newestPid() {
            return newest;
        }

        @Override
        public long pidLimit() {
            return 32768;
        }

        @Override
        public Duration age(ProcessEntry entry) {
            return Duration.ZERO;
        }
    }
}
