package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessScan.Marks;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes, which the table shows otherwise than they are. */
@EnabledOnOs(OS.LINUX)
class UnusualTableTests {

    private final ProcessTable real = ProcessTables.ofThisPlatform();
    private final ProcessMark mark = MarkNumbers.newMark();
    private final List<Process> chain = new ArrayList<>();

    @AfterEach
    void nothing_is_left() {
        chain.forEach(Process::destroyForcibly);
        chain.forEach(process -> process.onExit().join());
    }

    private Process start() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        chain.add(process);
        return process;
    }

    @Test
    void who_was_born_during_a_scan_is_killed_and_looked_for_once_more() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Process bornMeanwhile = start();
        Process seenAfterThat = start();
        FastTable table = new FastTable(bornMeanwhile.pid() - 1, bornMeanwhile.pid());
        table.scans.add(List.of());
        table.scans.add(real.entry(seenAfterThat.pid()).stream().toList());
        ProcessTree tree =
                new ProcessTree(ended, new Root(ended.pid(), Moment.BEGINNING, Optional.empty(), mark), table);

        List<TreeProcess> left = tree.kill(Duration.ofSeconds(20));

        assertThat(left).isEmpty();
        assertThat(bornMeanwhile.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(seenAfterThat.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_was_made_while_the_others_were_signalled_is_signalled_too() throws Exception {
        ProcessEntry first = real.entry(start().pid()).orElseThrow();
        ProcessEntry second = real.entry(start().pid()).orElseThrow();
        FastTable table = new FastTable(1, 1);
        table.scans.add(List.of(first));
        table.always = List.of(first, second);
        ProcessTree tree =
                new ProcessTree(chain.get(0), new Root(first.pid(), Moment.BEGINNING, Optional.of(first), mark), table);

        tree.signalAll("USR1");

        for (Process process : chain) {
            assertThat(process.onExit().get(20, TimeUnit.SECONDS).exitValue()).isEqualTo(138);
        }
    }

    @Test
    void who_does_not_end_is_named() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Process process = start();
        ProcessEntry shown = real.entry(process.pid()).orElseThrow();
        FastTable table = new FastTable(1, 1);
        // With a start time that it does not have, so that nobody dares to signal it.
        table.always = List.of(
                new ProcessEntry(shown.pid(), shown.parent(), shown.session(), shown.start() + 1, shown.alive()));
        ProcessTree tree =
                new ProcessTree(ended, new Root(ended.pid(), Moment.BEGINNING, Optional.empty(), mark), table);

        List<TreeProcess> left = tree.kill(Duration.ofMillis(50));

        assertThat(left).extracting(TreeProcess::pid).containsExactly(process.pid());
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_service_that_it_does_not_show_is_ended_nevertheless() throws Exception {
        Process asked = start();
        Process killed = start();

        unseen(asked).ask("TERM");
        List<TreeProcess> left = unseen(killed).kill(Duration.ofSeconds(20));

        assertThat(left).isEmpty();
        assertThat(asked.onExit().get(20, TimeUnit.SECONDS).exitValue()).isEqualTo(143);
        assertThat(killed.onExit().get(20, TimeUnit.SECONDS).exitValue()).isEqualTo(137);
    }

    @Test
    void so_is_one_that_it_cannot_show_just_now() throws Exception {
        Process process = start();
        ProcessTree tree = seenBefore(process);

        tree.ask("TERM");

        assertThat(process.onExit().get(20, TimeUnit.SECONDS).exitValue()).isEqualTo(143);
        assertThat(tree.kill(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void one_that_is_not_shown_and_does_not_end_is_named() {
        ImmortalProcess immortal = new ImmortalProcess();

        List<TreeProcess> left = seenBefore(immortal).kill(Duration.ofMillis(50));

        assertThat(left)
                .extracting(TreeProcess::pid, TreeProcess::why)
                .containsExactly(tuple(immortal.pid(), "is the service itself"));
    }

    @Test
    void nor_is_it_gone_while_it_runs() throws Exception {
        assertThat(unseen(start()).awaitEmpty(Duration.ofMillis(50))).isFalse();
    }

    /** To many a program a second signal means to hurry. */
    @Test
    void one_that_it_shows_is_asked_once() throws Exception {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo up; exec sleep 1000").start();
        chain.add(deaf);
        assertThat(deaf.inputReader().readLine()).isEqualTo("up");
        ImmortalProcess process = new ImmortalProcess();

        new ProcessTree(
                        process,
                        new Root(deaf.pid(), Moment.BEGINNING, real.entry(deaf.pid()), mark),
                        new FastTable(1, 1))
                .ask("TERM");

        assertThat(process.asked).isFalse();
    }

    /** The JDK has but one that asks. */
    @Test
    void nor_is_it_asked_by_another_signal_than_is_meant() {
        ImmortalProcess process = new ImmortalProcess();

        unseen(process).ask("INT");

        assertThat(process.asked).isFalse();
    }

    /** A table that could not be read any more. */
    private ProcessTree seenBefore(Process process) {
        ProcessEntry entry = real.entry(process.pid()).orElseThrow();
        FastTable table = new FastTable(1, 1);
        table.readable = false;
        return new ProcessTree(process, new Root(process.pid(), Moment.BEGINNING, Optional.of(entry), mark), table);
    }

    @Test
    void an_interrupted_wait_has_not_seen_the_end() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        FastTable table = new FastTable(1, 1);
        table.scans.add(real.entry(start().pid()).stream().toList());
        ProcessTree tree =
                new ProcessTree(ended, new Root(ended.pid(), Moment.BEGINNING, Optional.empty(), mark), table);
        Thread.currentThread().interrupt();

        boolean empty = tree.awaitEmpty(Duration.ofSeconds(20));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(empty).isFalse();
    }

    private ProcessTree unseen(Process process) {
        return new ProcessTree(
                process, new Root(process.pid(), Moment.BEGINNING, Optional.empty(), mark), new FastTable(1, 1));
    }

    private final class FastTable implements ProcessTable {

        private final Deque<Long> newest = new ArrayDeque<>();
        private final Deque<List<ProcessEntry>> scans = new ArrayDeque<>();
        private List<ProcessEntry> always = List.of();
        private boolean readable = true;

        private FastTable(long before, long after) {
            newest.addAll(List.of(before, after));
        }

        @Override
        public long now() {
            return real.now();
        }

        @Override
        public List<ProcessEntry> startedSince(long start) {
            return scans.isEmpty() ? always : scans.remove();
        }

        @Override
        public Optional<ProcessEntry> entry(long pid) {
            return readable ? real.entry(pid) : Optional.empty();
        }

        @Override
        public boolean exists(long pid) {
            return real.exists(pid);
        }

        @Override
        public Marks marks(long pid) {
            return chain.stream().anyMatch(process -> process.pid() == pid)
                    ? new Marks(Optional.empty(), mark.variableValue(""))
                    : Marks.NONE;
        }

        @Override
        public long newestPid() {
            return newest.size() == 1 ? newest.element() : newest.remove();
        }

        @Override
        public long pidLimit() {
            return real.pidLimit();
        }

        @Override
        public Duration age(ProcessEntry entry) {
            return real.age(entry);
        }

        @Override
        public OptionalLong ticks(ProcessEntry entry) {
            return real.ticks(entry);
        }
    }

    /** What no signal ends, as the JDK shows it. */
    private static final class ImmortalProcess extends Process {

        private boolean asked;

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void destroy() {
            asked = true;
        }

        @Override
        public Process destroyForcibly() {
            return this;
        }

        @Override
        public int waitFor() throws InterruptedException {
            throw new InterruptedException();
        }

        @Override
        public int exitValue() {
            throw new IllegalThreadStateException();
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }
    }
}
