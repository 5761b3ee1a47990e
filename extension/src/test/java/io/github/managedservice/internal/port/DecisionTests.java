package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecisionTests {

    @Test
    void holds_once_it_is_made() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Decision<Integer> decision = new Decision<>(asked::incrementAndGet);

        decision.get();

        assertThat(decision.get()).isEqualTo(1);
    }

    @Test
    void is_made_later_where_it_could_not_be_made() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Decision<Integer> decision = new Decision<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IOException("Too many open files");
            }
            return asked.get();
        });

        assertThatIOException().isThrownBy(decision::get).withMessage("Too many open files");

        assertThat(decision.get()).isEqualTo(2);
    }
}
