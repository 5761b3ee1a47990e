package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which of several services a name means: those of superclasses, interfaces, enclosing classes and other scopes. */
class ServiceNamesTests {

    private static void assertNamesTwice(Class<?> testCase, String name) {
        assertThat(Failures.of(testCase).only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("Class " + testCase.getName() + ", service '" + name + "': two services are called '" + name
                        + "'; give each a name of its own\n  name = \"" + name + "\"");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo started >> target/traces/names-shop; echo ready; exec sleep 1000"},
            readyPattern = "ready")
    @interface Shop {}

    @Test
    void two_services_of_one_program_need_names() {
        assertNamesTwice(DefaultNamesTestCase.class, "sleep");
    }

    @ManagedService(command = "sleep 1000")
    @ManagedService(command = "sleep 1001")
    static class DefaultNamesTestCase {
        @Test
        void does_not_run() {}
    }

    @Test
    void services_of_a_class_and_of_its_tests_need_names_too() {
        assertNamesTwice(ScopesTestCase.class, "twin");
    }

    @ManagedService(name = "twin", command = "sleep 1000")
    @ManagedService(name = "twin", command = "sleep 1000", scope = Scope.METHOD)
    static class ScopesTestCase {
        @Test
        void does_not_run() {}
    }

    @Test
    void a_subclass_has_the_services_of_its_superclass_and_interfaces_beside_its_own() {
        Failures failures = Failures.of(HeirTestCase.class);

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(1);
    }

    @ManagedService(name = "of-interface", command = "sleep 1000")
    interface Contract {}

    @ManagedService(name = "of-superclass", command = "sleep 1000", scope = Scope.METHOD)
    static class Base implements Contract {}

    @ManagedService(name = "own", command = "sleep 1000")
    static class HeirTestCase extends Base {
        @Test
        void has_all(
                @InjectService("of-interface") RunningService first,
                @InjectService("of-superclass") RunningService second,
                @InjectService("own") RunningService third) {
            assertThat(first.isRunning() && second.isRunning() && third.isRunning())
                    .isTrue();
        }
    }

    @Test
    void nested_classes_of_a_superclass_see_the_services_of_the_subclass() {
        Failures failures = Failures.of(InheritedNestedTestCase.class);

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(1);
    }

    abstract static class NestingBase {
        @Nested
        class Inner {
            @Test
            void has_both(
                    @InjectService("annotated") RunningService annotated,
                    @InjectService("registered") RunningService registered) {
                assertThat(annotated.isRunning() && registered.isRunning()).isTrue();
            }
        }
    }

    @ManagedService(name = "annotated", command = "sleep 1000")
    static class InheritedNestedTestCase extends NestingBase {

        @RegisterExtension
        final ManagedServiceExtension extension = ManagedServiceExtension.of(
                ServiceSpec.builder("sleep 1000").name("registered").build());
    }

    @Test
    void a_subclass_cannot_change_a_service_of_its_superclass() {
        assertNamesTwice(ChangingTestCase.class, "of-superclass");
    }

    @ManagedService(name = "of-superclass", command = "sleep 1001", scope = Scope.METHOD)
    static class ChangingTestCase extends Base {
        @Test
        void does_not_run() {}
    }

    @Test
    void one_that_is_declared_again_with_equal_elements_is_the_same() {
        Trace shop = Trace.of("names-shop");

        assertThat(Failures.of(RepeatingTestCase.class).byName()).isEmpty();
        assertThat(shop.lines()).hasSize(1);
    }

    @Shop
    static class ShopBase {}

    @Shop
    static class RepeatingTestCase extends ShopBase {
        @Test
        void has_it(RunningService shop) {
            assertThat(shop.isRunning()).isTrue();
        }
    }

    @Test
    void a_service_of_a_nested_class_hides_that_of_the_enclosing_one() {
        Failures failures = Failures.of(HiddenTestCase.class);

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(2);
    }

    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo outer; exec sleep 1000"},
            readyPattern = "(?<place>outer)")
    static class HiddenTestCase {

        @Test
        void has_its_own(@ServiceValue("${shop.place}") String place) {
            assertThat(place).isEqualTo("outer");
        }

        @Nested
        @ManagedService(
                name = "shop",
                command = {"sh", "-c", "echo inner; exec sleep 1000"},
                readyPattern = "(?<place>inner)")
        class Inner {
            @Test
            void has_its_own_too(@ServiceValue("${shop.place}") String place) {
                assertThat(place).isEqualTo("inner");
            }
        }
    }

    @Test
    void one_that_is_hidden_is_not_started_for_each_test() {
        Trace outer = Trace.of("names-hidden");

        Failures failures = Failures.of(HiddenForEachTestTestCase.class);

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(3);
        assertThat(outer.lines()).hasSize(1);
    }

    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo started >> target/traces/names-hidden; echo outer; exec sleep 1000"},
            readyPattern = "(?<place>outer)",
            scope = Scope.METHOD)
    static class HiddenForEachTestTestCase {

        @Test
        void has_its_own(@ServiceValue("${shop.place}") String place) {
            assertThat(place).isEqualTo("outer");
        }

        @Nested
        @ManagedService(
                name = "shop",
                command = {"sh", "-c", "echo inner; exec sleep 1000"},
                readyPattern = "(?<place>inner)",
                scope = Scope.METHOD)
        class Inner {
            @Test
            void has_its_own_too(@ServiceValue("${shop.place}") String place) {
                assertThat(place).isEqualTo("inner");
            }
        }

        @Nested
        @ManagedService(
                name = "shop",
                command = {"sh", "-c", "echo inner; exec sleep 1000"},
                readyPattern = "(?<place>inner)")
        class InnerForAll {
            @Test
            void has_that_of_its_class(@ServiceValue("${shop.place}") String place) {
                assertThat(place).isEqualTo("inner");
            }
        }
    }

    @Test
    void what_a_nested_class_starts_once_cannot_need_what_the_enclosing_one_starts_for_each_test() {
        assertThat(Failures.of(ShorterTestCase.class).only())
                .hasMessageContaining("service 'fresh' has a shorter scope than service 'client'");
    }

    @ManagedService(name = "fresh", command = "sleep 1000", scope = Scope.METHOD)
    static class ShorterTestCase {
        @Nested
        @ManagedService(name = "client", command = "sleep 1000", dependsOn = "fresh")
        class Inner {
            @Test
            void does_not_run() {}
        }
    }
}
