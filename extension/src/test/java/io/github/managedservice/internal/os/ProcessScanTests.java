package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessScanTests {

    private final List<Long> read = new ArrayList<>();

    @Test
    void reads_only_what_may_have_started_since_and_that_once() {
        ProcessScan scan = scan(new Moment(200, 1200, 50_200));
        Moment earlier = new Moment(100, 1000, 50_000);

        List<ProcessEntry> first = scan.startedSince(earlier);
        List<ProcessEntry> second = scan.startedSince(earlier);

        assertThat(first).extracting(ProcessEntry::pid).containsExactly(1001L, 1200L);
        assertThat(second).isEqualTo(first);
        assertThat(read).containsExactly(1001L, 1200L);
    }

    @Test
    void leaves_out_what_has_such_a_pid_but_started_before() {
        ProcessScan scan = scan(new Moment(200, 1200, 50_200));

        assertThat(scan.startedSince(new Moment(151, 1000, 50_000))).isEmpty();
    }

    @Test
    void reads_all_where_it_cannot_tell() {
        scan(new Moment(200, 0, 0)).startedSince(new Moment(100, 0, 0));

        assertThat(read).containsExactly(1L, 900L, 1001L, 1200L);
    }

    @Test
    void finds_a_child_of_this_jvm() throws Exception {
        ProcessTable table = new ProcFileSystem();
        Moment before = table.moment();
        Process child = new ProcessBuilder("sleep", "1000").start();
        try {
            assertThat(before.newestPid()).isPositive();
            assertThat(table.scan().startedSince(before))
                    .extracting(ProcessEntry::pid)
                    .contains(child.pid())
                    .doesNotContain(ProcessHandle.current().pid());
        } finally {
            child.destroyForcibly();
        }
    }

    private ProcessScan scan(Moment moment) {
        return new ProcessScan(
                List.of(1L, 900L, 1001L, 1200L), moment, 32768, this::entry, pid -> ProcessScan.Marks.NONE);
    }

    private Optional<ProcessEntry> entry(long pid) {
        read.add(pid);
        return Optional.of(new ProcessEntry(pid, 1, pid, 150, true));
    }
}
