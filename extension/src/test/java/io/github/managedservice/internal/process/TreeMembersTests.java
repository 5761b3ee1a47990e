package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessScan.Marks;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.process.TreeMembers.Reason;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shows it process tables that are hardly ever seen. */
class TreeMembersTests {

    private static final long SINCE = 900;
    private static final ProcessEntry ROOT = new ProcessEntry(50, 1, 50, 1000, true);

    private final GivenTable table = new GivenTable();
    private final TreeMembers members = new TreeMembers(
            new Root(ROOT.pid(), new Moment(SINCE, 0, 0), Optional.of(ROOT), new ProcessMark(7)), table);

    @Test
    void who_is_in_the_session_of_the_service_is_its_own() {
        ProcessEntry orphan = new ProcessEntry(60, 1, 50, 1001, true);
        table.entries.addAll(List.of(ROOT, orphan));

        assertThat(members.find()).containsExactly(entry(ROOT, Reason.ROOT), entry(orphan, Reason.SESSION));
    }

    @Test
    void but_not_who_is_in_the_session_of_another_that_has_got_its_pid() {
        ProcessEntry reused = new ProcessEntry(50, 1, 50, 2000, true);
        ProcessEntry stranger = new ProcessEntry(60, 50, 50, 2001, true);
        table.entries.addAll(List.of(reused, stranger));

        assertThat(members.find()).isEmpty();
    }

    @Test
    void nor_where_nobody_has_that_pid() {
        table.entries.add(new ProcessEntry(60, 1, 50, 2001, true));

        assertThat(members.find()).isEmpty();
    }

    @Test
    void who_was_in_the_session_when_its_leader_ended_remains_the_services() {
        ProcessEntry before = new ProcessEntry(60, 1, 50, 2000, true);
        table.entries.add(before);

        members.ownSessionUntil(2000);

        assertThat(members.find()).containsExactly(entry(before, Reason.SESSION));
    }

    @Test
    void but_not_who_came_into_a_session_of_that_number_later() {
        table.entries.add(new ProcessEntry(60, 1, 50, 2001, true));

        members.ownSessionUntil(2000);
        members.ownSessionUntil(1500);

        assertThat(members.find()).isEmpty();
    }

    @Test
    void who_is_born_into_the_session_while_another_holds_it_is_the_services() {
        ProcessEntry holder = new ProcessEntry(60, 1, 50, 2000, true);
        ProcessEntry born = new ProcessEntry(70, 1, 50, 2900, true);
        members.ownSessionUntil(2000);
        table.entries.addAll(List.of(holder, born));

        assertThat(members.find()).containsOnlyKeys(holder, born);
        table.entries.set(0, new ProcessEntry(80, 1, 50, 2950, true));
        table.entries.remove(1);
        assertThat(members.find()).hasSize(1);
    }

    @Test
    void a_session_is_known_from_the_last_look_at_its_leader() {
        ProcessEntry born = new ProcessEntry(70, 1, 50, 2900, true);
        table.entries.add(ROOT);
        members.find();

        table.entries.set(0, born);

        assertThat(members.find()).containsExactly(entry(born, Reason.SESSION));
    }

    /** Of those that started in one tick the first pid may be the younger one, where pids have begun anew. */
    @Test
    void a_child_that_was_looked_at_before_its_parent_was_recognised_is_found() {
        ProcessEntry child = new ProcessEntry(5, 4_000_000, 3, 1001, true);
        ProcessEntry parent = new ProcessEntry(4_000_000, 1, 3, 1001, true);
        table.entries.addAll(List.of(ROOT, child, parent));
        table.marked.add(parent.pid());

        assertThat(members.find())
                .containsOnly(entry(ROOT, Reason.ROOT), entry(parent, Reason.MARK), entry(child, Reason.DESCENDANT));
    }

    @Test
    void a_child_that_has_a_lower_pid_than_its_parent_is_known_by_its_descent() {
        ProcessEntry child = new ProcessEntry(17, 50, 3, 1001, true);
        table.entries.addAll(List.of(child, ROOT));
        table.marked.add(child.pid());

        assertThat(members.find()).containsExactly(entry(ROOT, Reason.ROOT), entry(child, Reason.DESCENDANT));
    }

    @Test
    void who_seems_to_be_a_child_but_is_older_is_none() {
        ProcessEntry older = new ProcessEntry(60, 50, 3, 950, true);
        table.entries.addAll(List.of(ROOT, older));

        assertThat(members.find()).isEqualTo(Map.of(ROOT, Reason.ROOT));
    }

    @Test
    void the_dead_are_left_out_but_their_children_are_not() {
        ProcessEntry dead = new ProcessEntry(60, 50, 3, 1001, false);
        ProcessEntry child = new ProcessEntry(61, 60, 3, 1002, true);
        table.entries.addAll(List.of(ROOT, dead, child));

        assertThat(members.find()).containsOnly(entry(ROOT, Reason.ROOT), entry(child, Reason.DESCENDANT));
    }

    @Test
    void who_was_a_descendant_remains_one_when_its_parent_is_gone() {
        ProcessEntry child = new ProcessEntry(60, 50, 3, 1001, true);
        table.entries.addAll(List.of(ROOT, child));
        members.find();

        table.entries.set(1, new ProcessEntry(60, 1, 3, 1001, true));
        table.entries.remove(0);

        assertThat(members.find().values()).containsExactly(Reason.REMEMBERED);
    }

    @Test
    void but_not_another_that_has_got_its_pid() {
        table.entries.addAll(List.of(ROOT, new ProcessEntry(60, 50, 3, 1001, true)));
        members.find();

        table.entries.set(1, new ProcessEntry(60, 1, 3, 1500, true));

        assertThat(members.find()).isEqualTo(Map.of(ROOT, Reason.ROOT));
    }

    @Test
    void this_jvm_is_never_one() {
        ProcessEntry self = new ProcessEntry(ProcessHandle.current().pid(), 50, 50, 1001, true);
        table.entries.addAll(List.of(ROOT, self));
        table.marked.add(self.pid());

        assertThat(members.find()).isEqualTo(Map.of(ROOT, Reason.ROOT));
    }

    @Test
    void of_the_newest_only_those_with_the_mark_are_taken() {
        ProcessEntry marked = new ProcessEntry(60, 1, 3, 1001, true);
        ProcessEntry dead = new ProcessEntry(61, 1, 3, 1001, false);
        ProcessEntry stranger = new ProcessEntry(62, 1, 3, 1001, true);
        table.entries.addAll(List.of(ROOT, marked, dead, stranger));
        table.marked.addAll(Set.of(60L, 61L));

        assertThat(members.ifMarked(60)).contains(marked);
        assertThat(members.ifMarked(61)).isEmpty();
        assertThat(members.ifMarked(62)).isEmpty();
    }

    @Test
    void a_stranger_is_asked_for_its_marks_once_whoever_else_is_recognised() {
        ProcessEntry stranger = new ProcessEntry(60, 1, 3, 1001, true);
        ProcessEntry child = new ProcessEntry(61, 50, 3, 1002, true);
        table.entries.addAll(List.of(ROOT, stranger, child));

        members.find();

        assertThat(table.asked).containsExactly(stranger.pid());
    }

    @Test
    void who_is_older_than_the_service_is_not_asked_for_its_marks() {
        table.entries.addAll(List.of(ROOT, new ProcessEntry(60, 1, 3, SINCE - 1, true)));

        members.find();

        assertThat(table.asked).isEmpty();
    }

    @Test
    void who_started_in_the_first_tick_is_found() {
        ProcessEntry first = new ProcessEntry(60, 1, 3, SINCE, true);
        table.entries.add(first);
        table.marked.add(first.pid());

        assertThat(members.find()).isEqualTo(Map.of(first, Reason.MARK));
    }

    private static final class GivenTable implements ProcessTable {

        private final List<ProcessEntry> entries = new ArrayList<>();
        private final Set<Long> marked = new HashSet<>();
        private final List<Long> asked = new ArrayList<>();

        @Override
        public long now() {
            return 3000;
        }

        @Override
        public List<ProcessEntry> startedSince(long start) {
            return entries.stream().filter(entry -> entry.start() >= start).toList();
        }

        @Override
        public Optional<ProcessEntry> entry(long pid) {
            return entries.stream().filter(entry -> entry.pid() == pid).findFirst();
        }

        @Override
        public Marks marks(long pid) {
            asked.add(pid);
            return marked.contains(pid) ? new Marks(Optional.empty(), "7") : Marks.NONE;
        }

        @Override
        public Duration age(ProcessEntry entry) {
            return Duration.ZERO;
        }
    }
}
