package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KernelLogTests {

    @Test
    void ends_its_thread() throws Exception {
        KernelLog.since(Duration.ofDays(1));

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("managed-service-kernel-log")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
