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

    /** The first sentence of the title, without its end. */
    String heading() {
        return title.replaceFirst("\\.(?: .*|$)", "");
    }

    /** What follows it. */
    String more() {
        return title.substring(Math.min(title.length(), heading().length() + 1)).strip();
    }

    /** Runs the tests, and gives the messages of all that failed, in the order in which they did. */
    List<String> messages() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
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
