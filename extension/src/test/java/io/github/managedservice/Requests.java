package io.github.managedservice;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.testkit.engine.EngineTestKit;

/** What JUnit is asked to run. */
final class Requests {

    private Requests() {}

    static EngineTestKit.Builder of(Class<?>... testCases) {
        EngineTestKit.Builder request = EngineTestKit.engine("junit-jupiter");
        for (Class<?> testCase : testCases) {
            request.selectors(selectClass(testCase));
        }
        return request;
    }

    /**
     * Several at a time, as far as the classes allow it.
     *
     * @param threads how many
     */
    static EngineTestKit.Builder parallel(int threads, Class<?>... testCases) {
        return of(testCases)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "" + threads);
    }
}
