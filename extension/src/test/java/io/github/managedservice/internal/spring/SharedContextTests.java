package io.github.managedservice.internal.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.internal.testclass.RunningTestClasses;
import io.github.managedservice.service.RunningService;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Of the contexts that Spring keeps for test classes to come. */
@ResourceLock(SpringRun.LOCK)
class SharedContextTests {

    @Test
    void classes_with_services_of_their_own_have_contexts_of_their_own() {
        Map<Class<?>, ApplicationContext> contexts = SpringRun.of(FirstTestCase.class, SecondTestCase.class);

        assertThat(contexts.get(FirstTestCase.class)).isNotSameAs(contexts.get(SecondTestCase.class));
    }

    @Test
    void classes_that_run_side_by_side_have_contexts_of_their_own() {
        Map<Class<?>, ApplicationContext> contexts =
                SpringRun.of(SpringRun.request(FirstTestCase.class, SecondTestCase.class, OuterTestCase.class)
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));

        assertThat(contexts).hasSize(5);
        assertThat(contexts.values().stream().distinct()).hasSize(4);
    }

    /** As Surefire does with a class that has failed. */
    @Test
    void a_class_that_runs_again_has_a_new_context() {
        ApplicationContext first = SpringRun.of(FirstTestCase.class).get(FirstTestCase.class);
        ApplicationContext second = SpringRun.of(FirstTestCase.class).get(FirstTestCase.class);

        assertThat(second).isNotNull().isNotSameAs(first);
    }

    @Test
    void classes_with_the_same_services_share_a_context() {
        Map<Class<?>, ApplicationContext> contexts =
                SpringRun.of(SharingTestCase.class, SharingTooTestCase.class, SharingAndOwnTestCase.class);

        assertThat(contexts.get(SharingTooTestCase.class))
                .isSameAs(contexts.get(SharingTestCase.class))
                .isNotSameAs(contexts.get(SharingAndOwnTestCase.class));
    }

    @Test
    void a_service_that_is_started_again_has_a_new_context() {
        Map<Class<?>, ApplicationContext> contexts =
                SpringRun.of(SharingTestCase.class, StoppingTestCase.class, SharingTooTestCase.class);

        assertThat(contexts.get(SharingTooTestCase.class)).isNotSameAs(contexts.get(SharingTestCase.class));
    }

    @Shop.Shared
    static class StoppingTestCase {
        @Test
        void stops_it(RunningService shop) {
            shop.stop();
        }
    }

    @Test
    void another_session_has_another_context() {
        ApplicationContext first = SpringRun.of(SharingTestCase.class).get(SharingTestCase.class);
        ApplicationContext second = SpringRun.of(SharingTestCase.class).get(SharingTestCase.class);

        assertThat(second).isNotNull().isNotSameAs(first);
    }

    @Test
    void a_nested_class_shares_the_context_unless_it_has_a_service_of_its_own() {
        Map<Class<?>, ApplicationContext> contexts = SpringRun.of(OuterTestCase.class);

        assertThat(contexts.get(OuterTestCase.Inner.class))
                .isSameAs(contexts.get(OuterTestCase.class))
                .isNotSameAs(contexts.get(OuterTestCase.InnerWithService.class));
    }

    @Test
    void services_that_start_for_each_test_are_not_offered_and_do_not_count() {
        Map<Class<?>, ApplicationContext> contexts = SpringRun.of(ForEachTestCase.class, NoServiceTestCase.class);

        assertThat(contexts.get(ForEachTestCase.class)).isSameAs(contexts.get(NoServiceTestCase.class));
    }

    @Test
    void a_dirty_context_is_closed_while_the_services_run() {
        LastWords.HEARD.clear();

        SpringRun.of(DirtyTestCase.class);

        assertThat(LastWords.HEARD).containsExactly(true);
    }

    @Test
    void the_context_of_a_class_is_closed_before_its_services_end() {
        LastWords.HEARD.clear();

        Map<Class<?>, ApplicationContext> contexts = SpringRun.of(SpeakingTestCase.class);

        assertThat(LastWords.HEARD).containsExactly(true);
        assertThat(contexts.values())
                .allSatisfy(context -> assertThat(((ConfigurableApplicationContext) context).isActive())
                        .isFalse());
    }

    @Test
    void the_context_of_a_session_is_closed_once_before_its_services_end() {
        LastWords.HEARD.clear();

        SpringRun.of(SpeakingInSessionTestCase.class, SpeakingInSessionTooTestCase.class);

        assertThat(LastWords.HEARD).containsExactly(true);
    }

    @Test
    void a_context_that_a_nested_class_makes_serves_the_class_around_it_until_that_ends() {
        LastWords.HEARD.clear();

        Map<Class<?>, ApplicationContext> contexts = SpringRun.of(SpeakingOuterTestCase.class);

        assertThat(contexts).hasSize(2);
        assertThat(contexts.values().stream().distinct()).hasSize(1);
        assertThat(LastWords.HEARD).containsExactly(true);
    }

    @Test
    void nothing_is_kept_of_a_class_that_has_run() {
        SpringRun.of(FirstTestCase.class);

        assertThat(RunningTestClasses.find(FirstTestCase.class)).isEmpty();
    }

    @Shop
    @SpringJUnitConfig(Shop.Application.class)
    static class FirstTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig(Shop.Application.class)
    @Shop
    static class SecondTestCase extends SpringRun.TestCase {}

    @Shop.Shared
    @SpringJUnitConfig(Shop.Application.class)
    static class SharingTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig(Shop.Application.class)
    @Shop.Shared
    static class SharingTooTestCase extends SpringRun.TestCase {}

    @Shop.Shared
    @ManagedService(name = "stock", command = "sleep 1000")
    @SpringJUnitConfig(Shop.Application.class)
    static class SharingAndOwnTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig(Shop.Application.class)
    @Shop
    static class OuterTestCase extends SpringRun.TestCase {

        @Nested
        class Inner extends SpringRun.TestCase {}

        @Nested
        @ManagedService(name = "stock", command = "sleep 1000")
        class InnerWithService extends SpringRun.TestCase {}
    }

    @ManagedService(name = "shop", command = "sleep 1000", scope = Scope.METHOD)
    @SpringJUnitConfig(NoBeans.class)
    static class ForEachTestCase extends SpringRun.PlainTestCase {}

    @SpringJUnitConfig(NoBeans.class)
    static class NoServiceTestCase extends SpringRun.PlainTestCase {}

    @Shop
    @SpringJUnitConfig({Shop.Application.class, LastWords.class})
    @DirtiesContext
    static class DirtyTestCase extends SpringRun.TestCase {}

    @Shop
    @SpringJUnitConfig({Shop.Application.class, LastWords.class})
    static class SpeakingTestCase extends SpringRun.TestCase {}

    @Shop.Shared
    @SpringJUnitConfig({Shop.Application.class, LastWords.class})
    static class SpeakingInSessionTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig({Shop.Application.class, LastWords.class})
    @Shop.Shared
    static class SpeakingInSessionTooTestCase extends SpringRun.TestCase {}

    /** All of its tests are in nested classes. */
    @Shop
    @SpringJUnitConfig({Shop.Application.class, LastWords.class})
    static class SpeakingOuterTestCase {

        @Nested
        class First extends SpringRun.TestCase {}

        @Nested
        class Second extends SpringRun.TestCase {}
    }

    /** Whether the service was there to hear what a bean had to say when it was closed. */
    record LastWords(Shop.Client client) implements AutoCloseable {

        static final Queue<Boolean> HEARD = new ConcurrentLinkedQueue<>();

        @Override
        public void close() {
            HEARD.add(ProcessHandle.of(Long.parseLong(client.token())).isPresent());
        }
    }

    @Configuration
    static class NoBeans {}
}
