package io.github.managedservice.guarantee.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test class on the JUnit Platform, as a build tool would. */
public final class TestJvm {

    private TestJvm() {}

    /**
     * Runs the tests and writes their result to the directory of the round.
     *
     * @param arguments the name of the test class
     */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(arguments[0]))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        StringBuilder result = new StringBuilder();
        summary.getFailures()
                .forEach(failure -> result.append(failure.getTestIdentifier().getDisplayName())
                        .append(": ")
                        .append(withCauses(failure.getException()))
                        .append('\n'));
        RoundFiles.result(result.append(summary.getTestsSucceededCount())
                .append(" tests passed\n")
                .toString());
        if (Boolean.getBoolean("guarantee.lingers")) {
            // Whatever is left now has outlived its scope. The end of a JVM would hide it.
            RoundFiles.await("bye");
        }
    }

    /** JUnit wraps what is thrown when the store of a class is closed. */
    private static String withCauses(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\ncaused by "));
    }
}
