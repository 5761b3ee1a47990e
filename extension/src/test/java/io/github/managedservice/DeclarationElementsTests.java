package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.service.ServiceSpec;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each element with a value that cannot be: it is found in a mistake, or else in the declaration. */
class DeclarationElementsTests {

    private static final Set<String> OF_THE_ADAPTER = Set.of("scope", "unit");

    static Stream<Method> elements() {
        return Stream.of(ManagedService.class.getDeclaredMethods())
                .filter(element -> !OF_THE_ADAPTER.contains(element.getName()));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void each_element_of_the_annotation_reaches_the_declaration(Method element) {
        ManagedService declared = (ManagedService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedService.class},
                (proxy, asked, arguments) -> asked.equals(element) ? wrong(element.getReturnType()) : value(asked));
        DeclarationProblems problems = new DeclarationProblems();

        Declaration declaration = ServiceDeclarations.read(declared, problems);

        assertReached(element, problems, declaration.toString());
    }

    @ParameterizedTest
    @MethodSource("elements")
    void and_so_does_what_the_builder_sets_by_the_same_name(Method element) throws Exception {
        Object value = wrong(element.getReturnType());
        Object set = value instanceof Long seconds ? Duration.ofSeconds(seconds) : value;
        ServiceSpec.Builder builder =
                set instanceof String[] command && element.getName().equals("command")
                        ? ServiceSpec.builder(command)
                        : (ServiceSpec.Builder) ServiceSpec.Builder.class
                                .getMethod(element.getName(), set instanceof Integer ? int.class : set.getClass())
                                .invoke(ServiceSpec.builder("run"), set);

        try {
            assertReached(
                    element,
                    new DeclarationProblems(),
                    builder.build().declaration().toString());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(" " + element.getName() + " = \"" + shown(value) + "\"");
        }
    }

    private static Object value(Method element) {
        return element.getName().equals("command") ? new String[] {"run"} : element.getDefaultValue();
    }

    private static Object wrong(Class<?> type) {
        if (type == long.class) {
            return -1L;
        }
        if (type == int.class) {
            return -1;
        }
        if (type == int[].class) {
            return new int[] {-1};
        }
        return type == String.class ? "${(" : new String[] {"${("};
    }

    private static String shown(Object wrong) {
        return wrong instanceof Long ? "PT-1S" : wrong instanceof Integer || wrong instanceof int[] ? "-1" : "${(";
    }

    private static void assertReached(Method element, DeclarationProblems problems, String declaration) {
        String told = "";
        try {
            problems.throwIfAny("", IllegalStateException::new);
        } catch (IllegalStateException e) {
            told = String.valueOf(e.getMessage());
        }
        String value = Pattern.quote(shown(wrong(element.getReturnType())));
        assertThat(told + declaration).containsPattern("\\b" + element.getName() + "( = \"|=\\[)" + value);
    }
}
