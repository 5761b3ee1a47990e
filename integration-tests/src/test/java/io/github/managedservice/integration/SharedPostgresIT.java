package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the classes of a package as a build does. */
class SharedPostgresIT {

    private static final Logger LOGGER = Logger.getLogger("io.github.managedservice");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord message) {
            said.add(new SimpleFormatter().formatMessage(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(listening);
    }

    @AfterEach
    void listen_no_more() {
        LOGGER.removeHandler(listening);
    }

    @Test
    void is_started_once_and_stopped_once_for_twenty_classes() throws Exception {
        TestExecutionSummary summary = runShops();

        assertThat(summary.getTestsSucceededCount()).isEqualTo(20);
        assertThat(summary.getFailures()).isEmpty();
        assertThat(saidOf("started")).hasSize(1);
        assertThat(saidOf("stopped")).hasSize(1);
        assertThat(Files.readString(log()))
                .containsOnlyOnce("database system is ready to accept connections")
                .containsOnlyOnce("database system is shut down");
    }

    private static TestExecutionSummary runShops() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectPackage(
                                            SharedPostgresIT.class.getPackageName() + ".postgres"))
                                    .filters(ClassNameFilter.includeClassNamePatterns(".*\\.Shop\\d+"))
                                    .build(),
                            summary);
        }
        return summary.getSummary();
    }

    private List<String> saidOf(String what) {
        return said.stream()
                .filter(message -> message.startsWith("Service 'postgres' " + what))
                .toList();
    }

    private Path log() {
        return Stream.of(saidOf("started").get(0).split(", log ", 2))
                .skip(1)
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }
}
