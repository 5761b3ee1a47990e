package io.github.managedservice.benchmarks;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test class as a build does. */
final class TestRun {

    private final Launcher launcher = LauncherFactory.create();

    void of(Class<?> testClass) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(testClass))
                        .build(),
                summary);
        summary.getSummary().getFailures().stream().findFirst().ifPresent(failure -> {
            throw new IllegalStateException(testClass.getName() + " did not pass", failure.getException());
        });
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            throw new IllegalStateException(testClass.getName() + " has not run one test");
        }
    }
}
