package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.declaration.Condition;
import io.github.managedservice.internal.readiness.ConditionState.Combined;
import io.github.managedservice.internal.readiness.ConditionState.Progress;
import io.github.managedservice.internal.readiness.ConditionState.Simple;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionStateTests {

    private static final ConditionState WAITING = Simple.of(Progress.WAITING, "b", " was refused", Optional.empty());

    @Test
    void of_a_choice_that_holds_nothing_is_missing() {
        ConditionState ready = Simple.of(Progress.READY, "a", "", Optional.empty());
        ConditionState choice = Combined.of(Condition.Kind.OR, ready, WAITING);

        assertThat(Combined.of(Condition.Kind.AND, choice, WAITING).unmetSentences())
                .containsExactly("b was refused");
    }

    @Test
    void a_reason_that_the_headline_gives_is_not_repeated() {
        assertThat(WAITING.failed("port 1 is taken")
                        .below("because port 1 is taken")
                        .lines())
                .containsExactly("failed:  b");
        assertThat(WAITING.failed("port 1 is taken").below("within 3 s").lines())
                .containsExactly("failed:  b: port 1 is taken");
    }
}
