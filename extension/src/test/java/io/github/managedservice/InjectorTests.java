package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.internal.group.ServiceGroup;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class InjectorTests {

    static final class Fields {

        @ServiceValue("text")
        String valid = "";

        @ServicePort
        int wrong;
    }

    private final ServiceGroup running = ServiceGroup.of("", List.of(), Optional.empty());
    private final Injector injector = new Injector(running.declared());

    private static Field field(String name) throws NoSuchFieldException {
        return Fields.class.getDeclaredField(name);
    }

    @Test
    void a_target_without_a_mistake_is_not_checked_again() throws Exception {
        InjectionTarget target = InjectionTarget.of(field("valid"), Fields.class);

        assertThat(injector.value(running, target)).isEqualTo("text");
        assertThat(injector.valid()).containsExactly(field("valid"));
    }

    @Test
    void a_mistake_is_reported_each_time() throws Exception {
        InjectionTarget target = InjectionTarget.of(field("wrong"), Fields.class);

        for (int test = 0; test < 2; test++) {
            assertThatThrownBy(() -> injector.value(running, target))
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessage("@ServicePort on field 'wrong': no service runs when this is injected");
        }
    }
}
