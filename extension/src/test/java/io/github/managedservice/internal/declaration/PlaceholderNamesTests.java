package io.github.managedservice.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.lifecycle.Placeholders;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.lifecycle.Placeholders.Whereabouts;
import io.github.managedservice.service.ServiceSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceholderNamesTests {

    private static final Whereabouts HERE = new Whereabouts() {
        @Override
        public String host() {
            return "here";
        }

        @Override
        public Optional<Integer> port(String name) {
            return Optional.of(1);
        }

        @Override
        public Optional<Path> tempDir() {
            return Optional.of(Path.of("tmp"));
        }
    };

    static Stream<String> names() {
        return PlaceholderNames.TABLE.stream().map(row -> row.name() + (row.isOpen() ? known(row.name()) : ""));
    }

    private static String known(String beginning) {
        return switch (beginning) {
            case PlaceholderNames.ENVIRONMENT -> "PATH";
            case PlaceholderNames.SYSTEM_PROPERTY -> "java.home";
            default -> "any";
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_has_a_value(String name) {
        String text = "${" + name + "}";
        Declaration declaration = ServiceSpec.builder("run")
                .systemProperties("value=" + text)
                .build()
                .declaration();

        assertThat(new Placeholders(declaration, HERE, Peers.none()).fill(Template.parse(text)))
                .isNotEmpty()
                .isNotEqualTo(text);
    }
}
