package io.github.managedservice;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * What a class of tests failed with.
 *
 * @param byName the failures by the names of tests and classes
 * @param succeeded the tests that did not fail
 * @param skipped the tests and classes that did not run
 */
record Failures(Map<String, Throwable> byName, List<String> succeeded, List<String> skipped) {

    static Failures of(Class<?> testCase) {
        return of(EngineTestKit.engine("junit-jupiter").selectors(selectClass(testCase)));
    }

    static Failures of(EngineTestKit.Builder request) {
        Failures failures = new Failures(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        Events events = request.execute().allEvents();
        events.finished().stream().forEach(failures::add);
        events.skipped().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .forEach(failures.skipped::add);
        return failures;
    }

    /** Makes sure that there were tests, and that each of them ran and passed. */
    void requireAllPassed() {
        if (succeeded.isEmpty() || !byName.isEmpty() || !skipped.isEmpty()) {
            throw new AssertionError("Not all tests passed: " + this);
        }
    }

    private void add(Event event) {
        String name = event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*\\)$", "");
        event.getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .ifPresentOrElse(failure -> byName.put(name, failure), () -> {
                    if (event.getTestDescriptor().isTest()) {
                        succeeded.add(name);
                    }
                });
    }

    Throwable only() {
        if (byName.size() != 1) {
            throw new AssertionError("There is not one failure: " + byName);
        }
        return byName.values().iterator().next();
    }
}
