package io.github.managedservice.internal.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.InjectService;
import io.github.managedservice.service.RunningService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Runs test classes of a Spring application, all of which pass. */
final class SpringRun {

    /** Of whoever runs them: the contexts are noted, and kept by Spring, under the names of their classes. */
    static final String LOCK = "io.github.managedservice.internal.spring.SpringRun";

    private static final Map<Class<?>, ApplicationContext> CONTEXTS = new ConcurrentHashMap<>();

    private SpringRun() {}

    /** Returns the contexts in which the tests ran, by their classes. */
    static Map<Class<?>, ApplicationContext> of(Class<?>... testCases) {
        return of(request(testCases));
    }

    static EngineTestKit.Builder request(Class<?>... testCases) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(testCases)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new));
    }

    static Map<Class<?>, ApplicationContext> of(EngineTestKit.Builder request) {
        CONTEXTS.clear();
        EngineExecutionResults results = request.execute();
        assertThat(results.allEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().succeeded().list()).isNotEmpty();
        return Map.copyOf(CONTEXTS);
    }

    /** What a test class with the service has, where Spring gives it its fields. */
    abstract static class TestCase {

        @Autowired
        ApplicationContext context;

        @Test
        void client_has_the_token(@InjectService("shop") RunningService shop) {
            CONTEXTS.put(getClass(), context);
            assertThat(context.getBean(Shop.Client.class).token())
                    .isEqualTo(shop.captured("token").orElseThrow());
        }
    }

    /** What one without it has. */
    abstract static class PlainTestCase {

        @Autowired
        ApplicationContext context;

        @Test
        void context_has_no_token() {
            CONTEXTS.put(getClass(), context);
            assertThat(context.getEnvironment().getProperty("shop.token")).isNull();
        }
    }
}
