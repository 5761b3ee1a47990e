package io.github.managedservice.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;

@Execution(value = ExecutionMode.SAME_THREAD, reason = "its test cases tell it what they saw in a static field")
class LauncherSessionsTests {

    private static final List<Optional<Map<Object, AutoCloseable>>> SEEN =
            Collections.synchronizedList(new ArrayList<>());

    LauncherSessionsTests() {
        SEEN.clear();
    }

    @Test
    void requests_of_a_session_have_its_resources() {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request());
            session.getLauncher().execute(request());
        }

        assertThat(SEEN).hasSize(2).allMatch(Optional::isPresent);
        assertThat(SEEN.get(0).orElseThrow()).isSameAs(SEEN.get(1).orElseThrow());
    }

    /** As an IDE has it. */
    @Test
    void each_request_has_its_own_where_no_session_was_opened() {
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request());
        launcher.execute(request());

        assertThat(SEEN).hasSize(2).allMatch(Optional::isPresent);
        assertThat(SEEN.get(0).orElseThrow()).isNotSameAs(SEEN.get(1).orElseThrow());
    }

    @Test
    void a_session_opened_in_the_meantime_is_another() {
        try (LauncherSession outer = LauncherFactory.openSession();
                LauncherSession inner = LauncherFactory.openSession()) {
            outer.getLauncher().execute(request());
            inner.getLauncher().execute(request());
            outer.getLauncher().execute(request());
        }

        assertThat(SEEN).hasSize(3).allMatch(Optional::isPresent);
        assertThat(SEEN.get(0).orElseThrow()).isSameAs(SEEN.get(2).orElseThrow());
        assertThat(SEEN.get(0).orElseThrow()).isNotSameAs(SEEN.get(1).orElseThrow());
    }

    @Test
    void a_run_without_launcher_has_none() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(LookingTestCase.class))
                .execute();

        assertThat(SEEN).containsExactly(Optional.empty());
    }

    @Test
    void all_resources_are_closed_last_first_and_the_first_failure_is_thrown() {
        List<String> closed = new ArrayList<>();
        LauncherSession session = LauncherFactory.openSession();
        session.getLauncher().execute(request());
        Map<Object, AutoCloseable> resources = SEEN.get(0).orElseThrow();
        resources.put("first", () -> closed.add("first"));
        resources.put("second", () -> {
            closed.add("second");
            throw new IllegalStateException("second");
        });
        resources.put("third", () -> {
            closed.add("third");
            throw new IllegalStateException("third");
        });

        assertThatThrownBy(session::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("third")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("second"));
        assertThat(closed).containsExactly("third", "second", "first");
    }

    private static LauncherDiscoveryRequest request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(LookingTestCase.class))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
    }

    @ExtendWith(Looking.class)
    static class LookingTestCase {
        @Test
        void runs() {}
    }

    static final class Looking implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            SEEN.add(LauncherSessions.resourcesOf(context.getUniqueId()));
        }
    }
}
