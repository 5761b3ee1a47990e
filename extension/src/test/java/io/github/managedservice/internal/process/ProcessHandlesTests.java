package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.ProcessHandles;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.Signals;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessHandlesTests {

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void nothing_is_left() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void find_and_end_the_descendants_of_a_service() throws Exception {
        ProcessTable table = new ProcessHandles();
        Moment since = table.moment();
        Process process = new ProcessBuilder("/bin/sh", "-c", "sleep 1000 & echo up; wait").start();
        started.add(process);
        new Lines(process.getInputStream()).await("up", 1);
        Root root = new Root(process.pid(), since, table.entry(process.pid()), MarkNumbers.newMark());
        ProcessTree tree = new ProcessTree(process, root, table);

        assertThat(tree.members())
                .extracting(TreeProcess::why)
                .containsExactlyInAnyOrder("is the service itself", "descends from the service");
        assertThat(tree.kill(Duration.ofSeconds(20))).isEmpty();
        assertThat(process.waitFor()).isEqualTo(137);
    }

    @Test
    void remember_a_descendant_whose_parent_has_ended() throws Exception {
        ProcessTable table = new ProcessHandles();
        Moment since = table.moment();
        Token token = Token.next();
        Process process = new ProcessBuilder("/bin/sh", "-c", "sleep $0 & echo up; wait", token.longTime()).start();
        started.add(process);
        new Lines(process.getInputStream()).await("up", 1);
        Root root = new Root(process.pid(), since, table.entry(process.pid()), MarkNumbers.newMark());
        ProcessTree tree = new ProcessTree(process, root, table);
        assertThat(tree.members()).hasSize(2);

        tree.ask("TERM");
        process.waitFor();

        assertThat(tree.kill(Duration.ofSeconds(20))).isEmpty();
        assertThat(token.processes()).isEmpty();
        assertThat(Optional.of(process.exitValue()).flatMap(Signals::ofExitCode))
                .contains("TERM");
    }
}
