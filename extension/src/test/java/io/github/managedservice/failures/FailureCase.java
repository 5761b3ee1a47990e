package io.github.managedservice.failures;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A declaration that fails, as its source tells it.
 *
 * @param title what is wrong, a sentence or two
 * @param declaration what is shown of the source
 * @param testClass what is run
 */
record FailureCase(String title, String declaration, Class<?> testClass) {

    /** How often the tests of one that is done when it is ready are run at most. */
    private static final int TRIES = 20;

    /** The first sentence of the title, without its end. */
    String heading() {
        return title.replaceFirst("\\.(?: .*|$)", "");
    }

    /** What follows it. */
    String more() {
        return title.substring(Math.min(title.length(), heading().length() + 1)).strip();
    }

    /**
     * Runs the tests, and gives the messages of all that failed, in the order in which they did. On a busy machine, a service
     * needs several times its timeout to come to what is shown.
     */
    List<String> messages(int timeoutFactor) {
        List<String> messages = run(timeoutFactor);
        for (int tries = 1; endWasSeenTooLate(messages) && tries < TRIES; tries++) {
            messages = run(timeoutFactor);
        }
        return messages;
    }

    /** Whether the last line of a service or its end comes first is the kernel's choice. */
    private boolean endWasSeenTooLate(List<String> messages) {
        return testClass == ExitFailures.IsDone.class
                && messages.stream().noneMatch(message -> message.contains("did not keep running"));
    }

    private List<String> run(int timeoutFactor) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("managedservice.timeout.factor", Integer.toString(timeoutFactor))
                .execute()
                .allEvents()
                .finished()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }
}
