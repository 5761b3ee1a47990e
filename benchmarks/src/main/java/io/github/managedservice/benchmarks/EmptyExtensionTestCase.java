package io.github.managedservice.benchmarks;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Measures how long after the last statement of an extension a test begins: JUnit's own share. */
@ExtendWith(EmptyExtensionTestCase.LastStatement.class)
final class EmptyExtensionTestCase {

    static final BlockingQueue<Duration> MEASURED = new LinkedBlockingQueue<>();

    private static volatile long lastStatement;

    static final class LastStatement implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            lastStatement = System.nanoTime();
        }
    }

    @Test
    void begins() {
        MEASURED.add(Duration.ofNanos(System.nanoTime() - lastStatement));
    }
}
