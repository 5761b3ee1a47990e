package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ContextState.Visible;
import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.group.ServiceObservation;
import io.github.managedservice.service.ServiceSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The transitions of a context's state, and what each changes in the contexts inside. */
class ContextStateTests {

    private final ManagedServiceExtension first = extension();
    private final ManagedServiceExtension second = extension();

    private final ContextState ofClass = new ContextState(Optional.empty(), Optional.of(Object.class));
    private final ContextState nested = new ContextState(Optional.of(ofClass), Optional.of(Number.class));
    private final ContextState test = new ContextState(Optional.of(nested), Optional.of(Number.class));
    private final ContextState dynamicTest = new ContextState(Optional.of(test), Optional.empty());

    private static ManagedServiceExtension extension() {
        return ManagedServiceExtension.of(ServiceSpec.builder("sleep", "1000").build());
    }

    private static Visible services() {
        ServiceGroup group = ServiceGroup.of("", List.of(), Optional.empty());
        return new Visible(group, new Injector(group.declared()));
    }

    private static ServiceObservation observation() {
        return ServiceObservation.of(() -> "a test", Optional::empty);
    }

    @Test
    void at_first_nothing_is_there() {
        assertThat(test.entered()).isEmpty();
        assertThat(test.isFirst(first)).isFalse();
        assertThat(test.isComplete()).isTrue();
        assertThat(test.isBegun(first)).isFalse();
        assertThat(test.forEachTest(first)).isEmpty();
        assertThat(test.startedBy(first)).isEmpty();
        assertThat(test.visible()).isEmpty();
        assertThat(test.observed(first)).isEmpty();
    }

    @Test
    void enter_adds_an_extension_once_and_reports_the_first() {
        assertThat(ofClass.enter(first)).isTrue();
        assertThat(ofClass.enter(second)).isFalse();
        assertThat(ofClass.enter(first)).isFalse();

        assertThat(ofClass.entered()).containsExactly(first, second);
        assertThat(nested.entered()).isEmpty();
    }

    @Test
    void enter_makes_the_first_extension_of_the_outermost_context_lead() {
        test.enter(second);
        assertThat(test.isFirst(second)).isTrue();
        assertThat(nested.isFirst(second)).isFalse();

        ofClass.enter(first);
        assertThat(List.of(ofClass, nested, test, dynamicTest)).allMatch(state -> state.isFirst(first));
        assertThat(List.of(ofClass, nested, test, dynamicTest)).noneMatch(state -> state.isFirst(second));
    }

    @Test
    void begin_reports_the_first_time_in_each_context() {
        assertThat(ofClass.begin(first)).isTrue();
        assertThat(ofClass.begin(first)).isFalse();
        assertThat(ofClass.begin(second)).isTrue();
        assertThat(ofClass.isBegun(first)).isTrue();

        assertThat(nested.isBegun(first)).isFalse();
        assertThat(nested.begin(first)).isTrue();
    }

    @Test
    void begin_completes_a_context_when_all_have_begun_that_entered() {
        ofClass.enter(first);
        ofClass.enter(second);

        ofClass.begin(first);
        assertThat(ofClass.isComplete()).isFalse();

        ofClass.begin(second);
        assertThat(ofClass.isComplete()).isTrue();
    }

    @Test
    void declare_for_each_test_replaces_what_the_classes_around_start() {
        DeclaredGroup outer = new DeclaredGroup(List.of());
        DeclaredGroup inner = new DeclaredGroup(List.of());

        ofClass.declareForEachTest(first, outer);
        assertThat(test.forEachTest(first)).containsSame(outer);
        assertThat(test.forEachTest(second)).isEmpty();

        nested.declareForEachTest(first, inner);
        assertThat(test.forEachTest(first)).containsSame(inner);
        assertThat(ofClass.forEachTest(first)).containsSame(outer);
    }

    @Test
    void started_makes_services_visible_in_the_contexts_inside() {
        Visible ofFirst = services();
        Visible ofSecond = services();

        ofClass.started(first, ofFirst);
        assertThat(test.visible()).containsSame(ofFirst);

        nested.started(second, ofSecond);
        assertThat(test.visible()).containsSame(ofSecond);
        assertThat(test.group()).containsSame(ofSecond.group());
        assertThat(test.startedBy(first)).containsSame(ofFirst.group());
        assertThat(test.startedBy(second)).containsSame(ofSecond.group());
        assertThat(ofClass.visible()).containsSame(ofFirst);
        assertThat(ofClass.startedBy(second)).isEmpty();
    }

    @Test
    void observe_is_seen_by_the_leader_in_that_context_alone() {
        ServiceObservation observation = observation();
        ofClass.enter(first);
        ofClass.enter(second);

        nested.observe(observation);

        assertThat(nested.observed(first)).containsSame(observation);
        assertThat(nested.observed(second)).isEmpty();
        assertThat(ofClass.observed(first)).isEmpty();
        assertThat(test.observed(first)).isEmpty();
    }

    @Test
    void failures_are_those_of_the_outermost_class() {
        assertThat(dynamicTest.failures()).isSameAs(ofClass.failures());
    }

    @Test
    void the_state_of_a_class_is_shared_by_its_tests_and_invocations_but_not_by_nested_classes() {
        ContextState invocation = new ContextState(Optional.of(nested), Optional.of(Number.class));
        ContextState testOfInvocation = new ContextState(Optional.of(invocation), Optional.of(Number.class));

        assertThat(List.of(nested, test, invocation, testOfInvocation)).allMatch(state -> state.ofClass() == nested);
        assertThat(ofClass.ofClass()).isSameAs(ofClass);
    }
}
