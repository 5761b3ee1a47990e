package io.github.managedservice.internal.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@ResourceLock(SpringRun.LOCK)
class ServiceValuesTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ServiceFirstTestCase.class,
                SpringFirstTestCase.class,
                OneInstanceTestCase.class,
                EarlyContextTestCase.class,
                InheritingTestCase.class,
                FieldTestCase.class
            })
    void a_bean_has_the_value_of_the_service(Class<?> testCase) {
        assertThat(SpringRun.of(testCase)).containsOnlyKeys(testCase);
    }

    @ParameterizedTest
    @ValueSource(classes = {PropertiesTestCase.class, OwnValueTestCase.class})
    void the_environment_has_what_is_declared_and_nothing_else(Class<?> testCase) {
        SpringRun.of(testCase);
    }

    @Test
    void a_context_that_is_made_when_the_tests_are_over_says_so() {
        ServiceValues values = new ServiceValues(Set.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> values.customizeContext(
                        new GenericApplicationContext(),
                        new MergedContextConfiguration(ServiceFirstTestCase.class, null, null, null, null)))
                .withMessage("Spring makes the context of class " + ServiceFirstTestCase.class.getName()
                        + ", whose services run only while its tests do: ask for the context during the tests");
    }

    @Shop
    @SpringJUnitConfig(Shop.Application.class)
    static class ServiceFirstTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig(Shop.Application.class)
    @Shop
    static class SpringFirstTestCase extends SpringRun.TestCase {}

    /** Spring makes the context with the instance, and JUnit that before all callbacks. */
    @SpringJUnitConfig(Shop.Application.class)
    @Shop
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCase extends SpringRun.TestCase {}

    /** As {@code @Sql} does that is executed before a class. */
    @SpringJUnitConfig(Shop.Application.class)
    @TestExecutionListeners(listeners = EarlyContext.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
    @Shop
    static class EarlyContextTestCase extends SpringRun.TestCase {}

    @SpringJUnitConfig(Shop.Application.class)
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo token=$$; exec sleep 1000"},
            readyPattern = "token=(?<token>\\d+)")
    abstract static class DeclaringTestCase extends SpringRun.TestCase {}

    static class InheritingTestCase extends DeclaringTestCase {}

    static final class EarlyContext implements TestExecutionListener {
        @Override
        public void beforeTestClass(TestContext test) {
            test.getApplicationContext();
        }
    }

    @SpringJUnitConfig(Shop.Application.class)
    static class FieldTestCase extends SpringRun.TestCase {
        @RegisterExtension
        static final ManagedServiceExtension shop =
                ManagedServiceExtension.of(ServiceSpec.builder("sh", "-c", "echo token=$$; exec sleep 1000")
                        .name("shop")
                        .readyWhen(Readiness.line("token=(?<token>\\d+)"))
                        .build());
    }

    @Shop
    @SpringJUnitConfig(Shop.Application.class)
    @TestPropertySource(properties = {"shop.colour=red", "shop.tokens=all"})
    static class PropertiesTestCase {

        @Autowired
        ConfigurableEnvironment environment;

        @Test
        void has_host_ports_and_groups(@InjectService RunningService shop) {
            assertThat(environment.getProperty("shop.host")).isEqualTo("127.0.0.1");
            assertThat(environment.getProperty("shop.port", int.class)).isEqualTo(shop.port());
            assertThat(environment.getProperty("shop.port.admin", int.class)).isEqualTo(shop.port("admin"));
            assertThat(environment.getProperty("shop.token", long.class)).isEqualTo(shop.pid());
        }

        @Test
        void has_the_names_that_are_declared() {
            assertThat(environment.getPropertySources().stream()
                            .filter(ServicePropertySource.class::isInstance)
                            .map(ServicePropertySource.class::cast)
                            .flatMap(values -> Stream.of(values.getPropertyNames())))
                    .containsExactly("shop.host", "shop.port", "shop.port.admin", "shop.token");
        }

        @Test
        void has_what_the_application_calls_alike() {
            assertThat(environment.getProperty("shop.colour")).isEqualTo("red");
            assertThat(environment.getProperty("shop.tokens")).isEqualTo("all");
            assertThat(environment.containsProperty("shop.port.other")).isFalse();
        }
    }

    @Shop
    @SpringJUnitConfig(Shop.Application.class)
    @TestPropertySource(properties = "shop.token=of the test")
    static class OwnValueTestCase {

        @Autowired
        ConfigurableEnvironment environment;

        @Test
        void has_what_it_gives_itself() {
            assertThat(environment.getProperty("shop.token")).isEqualTo("of the test");
        }
    }
}
