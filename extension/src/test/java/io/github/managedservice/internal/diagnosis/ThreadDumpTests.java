package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadDumpTests {

    private static final String BEGIN = "Full thread dump OpenJDK 64-Bit Server VM (17 mixed mode):";
    private static final String MAIN = "\"main\" #1 prio=5 os_prio=0";

    @Test
    void main_is_shown_where_it_is_at_work() {
        String work = "\tat shop.Stock.read(Stock.java:7)";

        assertThat(ThreadDump.essence(List.of(BEGIN, "", MAIN, work, ""))).containsExactly(MAIN, work);
    }

    @Test
    void main_is_not_shown_where_it_waits_for_clients() {
        String accept = "\tat sun.nio.ch.Net.accept(java.base@17/Native Method)";

        assertThat(ThreadDump.essence(List.of(BEGIN, "", MAIN, accept, "")))
                .containsExactly("main waits for clients, as a server does; all threads are in the log");
    }

    @Test
    void a_dump_without_main_is_in_the_log() {
        assertThat(ThreadDump.essence(List.of(BEGIN, "", "\"http\" #9 prio=5", "")))
                .containsExactly("all threads are in the log");
    }

    @Test
    void where_there_is_no_dump_nothing_is_said() {
        assertThat(ThreadDump.essence(List.of("Started", "accept("))).isEmpty();
    }
}
