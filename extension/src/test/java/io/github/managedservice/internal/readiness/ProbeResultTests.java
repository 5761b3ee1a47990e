package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProbeResultTests {

    @Test
    void a_failed_attempt_says_why() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProbeResult.NotYet(" "))
                .withMessage("A failed attempt needs a reason");
    }
}
