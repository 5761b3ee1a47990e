package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Promise 3 on the inside: what is over leaves nothing in the JVM of the tests either. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeakIT {

    private static final int STARTS = 500;
    private static final int WARM_UP = 50;

    /** What class loading, compiled code and JUnit's own records may take meanwhile; 2 KiB per start would be seen. */
    private static final long HEAP_TOLERANCE = 1024 * 1024;

    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(50);

    private final ServiceSpec spec = ServiceSpec.builder(
                    "sh", "-c", "echo ready; exec sleep 1000", "sh", "${port}", "${port.admin}", "${tempDir}")
            .name("often")
            .readyPattern("ready")
            .systemProperties("guarantee.often=${port}")
            .build();

    @Test
    void five_hundred_starts_and_stops_leave_the_jvm_as_it_was() throws IOException {
        startAndStop(WARM_UP);
        Possessions before = Possessions.now();
        long heapBefore = usedHeap();

        startAndStop(STARTS);

        // A thread has done its work before it is gone.
        Moment begin = Moment.now();
        Possessions after = Possessions.now();
        while (after.exceeds(before) && !begin.isOlderThan(SETTLE_LIMIT)) {
            Pause.of(TICK);
            after = Possessions.now();
        }
        // Less is fine: some of the threads counted first were on their way out.
        assertThat(after).matches(now -> !now.exceeds(before), "no more than " + before);
        assertThat(usedHeap()).isLessThan(heapBefore + HEAP_TOLERANCE);
        assertThat(System.getProperty("guarantee.often")).isNull();
    }

    private void startAndStop(int times) {
        for (int time = 0; time < times; time++) {
            try (RunningService service = ServiceLauncher.start(spec)) {
                assertThat(service.isRunning()).isTrue();
            }
        }
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** What a JVM holds that somebody could forget to give back; a port's lock is a descriptor. */
    private record Possessions(long threads, long descriptors, long children, long temporaryFiles) {

        static Possessions now() throws IOException {
            return new Possessions(
                    Thread.getAllStackTraces().keySet().stream()
                            // The JDK's own, which come and go as it likes.
                            .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
                            .count(),
                    count(Path.of("/proc/self/fd"), ""),
                    ProcessHandle.current().children().count(),
                    count(Path.of(System.getProperty("java.io.tmpdir")), "managed-service-often"));
        }

        boolean exceeds(Possessions others) {
            return threads > others.threads
                    || descriptors > others.descriptors
                    || children > others.children
                    || temporaryFiles > others.temporaryFiles;
        }

        private static long count(Path directory, String prefix) throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                        .count();
            }
        }
    }
}
