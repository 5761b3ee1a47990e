package io.github.managedservice.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ParallelByDependencyTests {

    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** What is under way need not notice that it was interrupted, and is done all the same. */
    @Test
    void an_interrupt_that_leaves_something_undone_is_a_failure() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> ParallelByDependency.untilFailure(
                        "start", Map.of("a", Set.of(), "b", Set.of(), "c", Set.of("a", "b")), done::add))
                .withMessage("The thread was interrupted before the start of c could begin");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_is_to_be_done_in_any_case_is_done_in_spite_of_an_interrupt() {
        Thread.currentThread().interrupt();

        ParallelByDependency.all("stop", Map.of("a", Set.of(), "b", Set.of(), "c", Set.of("a", "b")), done::add);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactlyInAnyOrder("a", "b", "c");
    }
}
