package io.github.managedservice.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceUsersTests {

    private final ServiceUsers users = new ServiceUsers();
    private final List<String> done = new ArrayList<>();

    @Test
    void the_latest_ends_first_and_the_services_last() {
        users.add(() -> done.add("first"));
        users.add(() -> done.add("second"));

        users.endBefore(() -> done.add("services"));

        assertThat(done).containsExactly("second", "first", "services");
    }

    @Test
    void each_ends_once() {
        users.add(() -> done.add("user"));

        users.endBefore(() -> {});
        users.endBefore(() -> {});

        assertThat(done).containsExactly("user");
    }

    @Test
    void what_fails_keeps_nobody_from_ending() {
        users.add(() -> done.add("first"));
        users.add(() -> fail("second"));

        assertThatThrownBy(() -> users.endBefore(() -> fail("services")))
                .hasMessage("second")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("services"));
        assertThat(done).containsExactly("second", "first", "services");
    }

    private void fail(String name) {
        done.add(name);
        throw new IllegalStateException(name);
    }
}
