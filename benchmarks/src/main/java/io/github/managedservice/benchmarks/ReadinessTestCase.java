package io.github.managedservice.benchmarks;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Measures how long after its service's ready line a test begins. */
@ManagedService(command = ClockService.COMMAND, readyPattern = ClockService.READY)
final class ReadinessTestCase {

    static final BlockingQueue<Duration> MEASURED = new LinkedBlockingQueue<>();

    @Test
    void begins(RunningService service) {
        MEASURED.add(PrintedClock.since(service.captured("micros").orElseThrow()));
    }
}
