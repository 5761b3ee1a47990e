package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.service.ServiceSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Services that set the same system property, as they do when tests run at the same time. */
@Execution(value = ExecutionMode.SAME_THREAD, reason = "the property is one for all methods")
class AppliedPropertiesTests {

    private static final String PROPERTY = "applied.properties.tests";

    @BeforeEach
    void set_it() {
        System.setProperty(PROPERTY, "before");
    }

    @AfterEach
    void clear_it() {
        System.clearProperty(PROPERTY);
    }

    private static AppliedProperties apply(String value) {
        ServiceSpec spec = ServiceSpec.builder("sleep", "1000")
                .systemProperties(PROPERTY + "=" + value)
                .build();
        return AppliedProperties.apply(spec.declaration(), Template::source);
    }

    private static String property() {
        return System.getProperty(PROPERTY, "nothing");
    }

    @Test
    void one_that_ends_first_leaves_the_value_of_the_other() {
        AppliedProperties first = apply("first");
        AppliedProperties second = apply("second");

        first.close();

        assertThat(property()).isEqualTo("second");
        second.close();
        assertThat(property()).isEqualTo("before");
    }

    @Test
    void one_that_ends_last_gets_its_value_back() {
        AppliedProperties first = apply("first");
        AppliedProperties second = apply("second");

        second.close();

        assertThat(property()).isEqualTo("first");
        first.close();
        assertThat(property()).isEqualTo("before");
    }

    @Test
    void what_was_not_set_is_not_set_again() {
        System.clearProperty(PROPERTY);
        AppliedProperties first = apply("first");
        AppliedProperties second = apply("second");

        first.close();
        second.close();
        second.close();

        assertThat(property()).isEqualTo("nothing");
    }
}
