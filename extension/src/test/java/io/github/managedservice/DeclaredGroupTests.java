package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.service.ServiceSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class DeclaredGroupTests {

    private static final Declaration CAT = ServiceSpec.builder("cat").build().declaration();

    private final DeclaredGroup declared = new DeclaredGroup(
            List.of(ServiceSpec.builder("sleep", "1000").build().declaration()));

    private Injector in(Declaration... around) {
        return declared.checked(getClass(), Optional.of(others(around)));
    }

    private static DeclaredServices others(Declaration... specs) {
        return DeclaredServices.of(List.of(specs), Optional.empty(), new DeclarationProblems());
    }

    @Test
    void it_is_checked_once_where_nothing_changes_around_it() {
        Optional<DeclaredServices> around = Optional.of(others());

        assertThat(declared.checked(getClass(), around)).isSameAs(declared.checked(getClass(), around));
        assertThat(declared.checked(getClass(), Optional.empty()))
                .isSameAs(declared.checked(getClass(), Optional.empty()));
    }

    @Test
    void what_was_checked_for_the_class_is_not_checked_for_a_test() {
        Optional<Injector> checked = declared.check(Optional.empty(), Set.of(), new DeclarationProblems());

        assertThat(checked).containsSame(declared.checked(getClass(), Optional.empty()));
    }

    @Test
    void it_is_checked_again_when_others_are_around_it() {
        assertThat(in().declared().names()).containsExactly("sleep");
        assertThat(in(CAT).declared().names()).containsExactly("cat", "sleep");
    }

    @Test
    void mistakes_are_found_each_time() {
        DeclaredGroup wrong = new DeclaredGroup(
                List.of(ServiceSpec.builder("sleep", "${cat.port}").build().declaration()));

        for (int test = 0; test < 2; test++) {
            assertThatThrownBy(() -> wrong.checked(getClass(), Optional.empty()))
                    .isInstanceOf(ExtensionConfigurationException.class);
        }
    }
}
