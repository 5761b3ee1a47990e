package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips in the names of switches. */
@Isolated("It sets system properties that every service reads when it starts")
class SwitchNamesTests {

    private final ClassLoader ofThread = Thread.currentThread().getContextClassLoader();

    private final Path directory;

    SwitchNamesTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void restoreClassLoader() {
        Thread.currentThread().setContextClassLoader(ofThread);
    }

    @Test
    void of_a_name_with_a_service_the_end_counts() {
        System.setProperty("managedservice.redis.extrenal", "localhost:6379");
        System.setProperty("managedservice.redis.external", "localhost:6379");
        try {
            assertThat(Failures.of(ReadyTestCase.class).only())
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessageStartingWith(
                            "The system property 'managedservice.redis.extrenal': there is no such switch;"
                                    + " did you mean 'managedservice.redis.external'?");
        } finally {
            System.clearProperty("managedservice.redis.extrenal");
            System.clearProperty("managedservice.redis.external");
        }
    }

    @Test
    void a_name_that_is_of_no_service_is_told_at_the_end_with_the_nearest_one() {
        System.setProperty("managedservice.raedy.external", "localhost:6379");
        System.setProperty("managedservice.postgres.external", "localhost:5432");
        try (LoggedMessages logged = new LoggedMessages()) {
            Failures.of(ReadyTestCase.class).requireAllPassed();

            assertThat(logged.all().stream().filter(message -> message.startsWith("The system property")))
                    .containsExactly("The system property 'managedservice.raedy.external' had no effect: no service is"
                            + " named 'raedy'; did you mean 'managedservice.ready.external'?");
        } finally {
            System.clearProperty("managedservice.raedy.external");
            System.clearProperty("managedservice.postgres.external");
        }
    }

    @Test
    void a_name_that_is_no_switch_is_a_mistake() {
        System.setProperty("managedservice.timout.factor", "2");
        try {
            assertThat(Failures.of(ReadyTestCase.class).only())
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessage("""
                            The system property 'managedservice.timout.factor': there is no such switch; did you mean 'managedservice.timeout.factor'?
                              name = "managedservice.timout.factor"
                              known: managedservice.enabled, managedservice.timeout.factor, managedservice.log.directory, managedservice.log.forward, managedservice.mask, managedservice.NAME.external, managedservice.NAME.debug""");
        } finally {
            System.clearProperty("managedservice.timout.factor");
        }
    }

    @Test
    void a_name_in_the_configuration_file_that_is_no_switch_is_a_mistake() throws Exception {
        configure("managedservice.log.fordward = true\nlog.forward = false");

        assertThat(Failures.of(ReadyTestCase.class).only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(
                        "The configuration parameter 'managedservice.log.fordward': there is no such switch;"
                                + " did you mean 'managedservice.log.forward'?");
    }

    @Test
    void one_in_the_configuration_file_that_is_of_no_service_is_told_at_the_end() throws Exception {
        configure("managedservice.raedy.debug = true");
        try (LoggedMessages logged = new LoggedMessages()) {
            Failures.of(ReadyTestCase.class).requireAllPassed();

            assertThat(logged.all())
                    .contains("The configuration parameter 'managedservice.raedy.debug' had no effect: no service is"
                            + " named 'raedy'; did you mean 'managedservice.ready.debug'?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "managedservice.ready.debug = false", "broken = \\u00zz"})
    void a_configuration_file_may_have_all_else(String text) throws Exception {
        configure(text);

        Failures.of(ReadyTestCase.class).requireAllPassed();
    }

    /** Lets the class path begin with a configuration file. */
    private void configure(String text) throws IOException {
        URL file = Files.writeString(directory.resolve("junit-platform.properties"), text)
                .toUri()
                .toURL();
        Thread.currentThread().setContextClassLoader(new ClassLoader(ofThread) {
            @Override
            public @Nullable URL getResource(String name) {
                return name.equals("junit-platform.properties") ? file : super.getResource(name);
            }
        });
    }

    @ManagedService(
            name = "ready",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready")
    static class ReadyTestCase {
        @Test
        void has_it(RunningService service) {
            assertThat(service.isRunning()).isTrue();
        }
    }
}
