package io.github.managedservice.benchmarks;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts one service in a JVM that has started none before, and prints the nanoseconds that it took. */
final class FirstStartRun {

    private static final String[] COMMAND = {"sh", "-c", "echo ready; exec sleep 1000"};
    private static final String READY = "^ready$";

    /** When the test began. */
    private static volatile long began;

    enum Way {
        CODE_BY_HAND("by hand: ProcessBuilder and a reader"),
        CODE("ServiceLauncher.start"),
        CLASS_BY_HAND("by hand, in @BeforeAll, until the test"),
        CLASS("@ManagedService, until the test");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private FirstStartRun() {}

    /**
     * Prints one number.
     *
     * @param arguments the name of a way
     * @throws IOException if the service could not be started
     */
    public static void main(String[] arguments) throws IOException {
        LibraryLog.quieten();
        System.out.println(
                switch (Way.valueOf(arguments[0])) {
                    case CODE_BY_HAND -> byHand();
                    case CODE -> byLibrary();
                    case CLASS_BY_HAND -> of(ByHandTestCase.class);
                    case CLASS -> of(LibraryTestCase.class);
                });
    }

    private static long byHand() throws IOException {
        long start = System.nanoTime();
        BareService service = BareService.start(List.of(COMMAND), READY);
        long nanos = System.nanoTime() - start;
        service.stop();
        return nanos;
    }

    private static long byLibrary() {
        long start = System.nanoTime();
        RunningService service = ServiceLauncher.start(
                ServiceSpec.builder(COMMAND).readyPattern(READY).build());
        long nanos = System.nanoTime() - start;
        service.stop();
        return nanos;
    }

    /** JUnit has run another class before, as it has found all classes in a build before it runs the first. */
    private static long of(Class<?> testClass) {
        TestRun run = new TestRun();
        run.of(EmptyTestCase.class);
        long start = System.nanoTime();
        run.of(testClass);
        return began - start;
    }

    static final class EmptyTestCase {

        @Test
        void does_nothing() {}
    }

    static final class ByHandTestCase {

        private static BareService service;

        @BeforeAll
        static void start() throws IOException {
            service = BareService.start(List.of(COMMAND), READY);
        }

        @AfterAll
        static void stop() {
            service.stop();
        }

        @Test
        void begins() {
            began = System.nanoTime();
        }
    }

    @ManagedService(
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = READY)
    static final class LibraryTestCase {

        @Test
        void begins() {
            began = System.nanoTime();
        }
    }
}
