package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test class with mistakes reports, word for word. */
class DeclarationMistakesTests {

    @Test
    void one_mistake_reads_as_a_sentence_and_its_place() {
        assertThat(message(OneMistakeTestCase.class)).isEqualTo("""
                        Class io.github.managedservice.DeclarationMistakesTests$OneMistakeTestCase, service 'redis-server': '${prot}' is not known; did you mean '${port}'?
                          command = "redis-server --port ${prot}"
                                                         ^^^^^^^
                          known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}""");
    }

    @Test
    void all_mistakes_of_a_class_are_told_together_before_anything_starts() {
        assertThat(message(ManyMistakesTestCase.class)).isEqualTo("""
                        Class io.github.managedservice.DeclarationMistakesTests$ManyMistakesTestCase has 18 mistakes in its declarations; nothing was started:

                        1. Service 'store': 'readyPattern' is not a valid regular expression: Unclosed group
                             readyPattern = "(ready"
                                                   ^

                        2. Service 'web': 'stopSignal' must be one of TERM, INT, QUIT, HUP, KILL; did you mean 'INT'?
                             stopSignal = "SIGINT"

                        3. Service 'web': '${stroe.host}' is not known; did you mean '${store.host}'?
                             command[2] = "${stroe.host}"
                             known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}, ${store.host}, ${late.host}

                        4. Service 'late': 'timeout' must be more than zero and at most 365 days
                             timeout = "PT2562047788015215H30M7S"

                        5. Service 'late': 'stopTimeout' must be from zero to 365 days
                             stopTimeout = "PT-1S"

                        6. Service 'probe': '${store.port}' is not known, because service 'store' does not use '${port}'
                             command = "probe ${store.port}"
                                              ^^^^^^^^^^^^^
                             known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}, ${store.host}, ${web.host}, ${late.host}

                        7. Service 'probe': there is no service 'Web'; did you mean 'web'?
                             dependsOn = "Web"
                             known: store, web, late

                        8. @InjectService on field 'probe': service 'probe' has scope METHOD and runs only during a test, but a static field is set once, before all tests; remove 'static', or give the service scope = Scope.CLASS

                        9. @ServicePort on field 'storePort': no service 'stor' runs when this is injected; did you mean 'store'?
                             value = "stor"
                             known: store, web, late

                        10. @ServicePort on field 'fixed' of class io.github.managedservice.DeclarationMistakesTests$Base: nothing can be injected into a final field; remove 'final'

                        11. @ServicePort on field 'fixed' of class io.github.managedservice.DeclarationMistakesTests$Base: there are several services, so name one of them, as in @ServicePort("store"); known: store, web, late, probe

                        12. @ServiceValue on field 'url': the placeholder has no closing '}'
                              value = "http://${host}:${web.port"
                                                      ^^^^^^^^^^

                        13. @ServiceValue on field 'url': '${web.port}' is not known, because service 'web' does not use '${port}'
                              value = "http://${host}:${web.port"
                                                      ^^^^^^^^^^
                              known: ${host}, ${store.host}, ${web.host}, ${late.host}, ${probe.host}

                        14. @ServicePort on field 'wide': the type is long, and must be int or Integer

                        15. @ServicePort on field 'wide': service 'store' has no port: use '${port}' in its declaration, or have the ready pattern capture the port that it prints, as 'port (?<port>\\\\d+)' does

                        16. @ServicePort on field 'admin': service 'web' has no port 'admin'
                              name = "admin"
                              there is none

                        17. @InjectService on parameter 'service' of method 'does_not_run': no service 'prob' runs when this is injected; did you mean 'probe'?
                              value = "prob"
                              known: store, web, late, probe

                        18. @InjectService on parameter 'late' of method 'does_not_run': the type is java.lang.String, and must be RunningService""");
        assertThat(ManyMistakesTestCase.started).isFalse();
    }

    @Test
    void mistakes_of_a_nested_class_are_judged_by_the_services_around_it() {
        assertThat(message(NestedTestCase.class)).isEqualTo("""
                        Class io.github.managedservice.DeclarationMistakesTests$NestedTestCase$Inner has 2 mistakes in its declarations; nothing was started:

                        1. Service 'client': '${store.prot}' is not known
                             command = "client ${store.prot} ${store.host}"
                                               ^^^^^^^^^^^^^
                             known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}, ${store.host}

                        2. @InjectService on field 'store': no service 'stroe' runs when this is injected; did you mean 'store'?
                             value = "stroe"
                             known: store, client""");
    }

    @Test
    void services_of_an_extension_in_a_field_may_be_mentioned() {
        Failures.of(FieldTestCase.class).requireAllPassed();
    }

    @Test
    void a_value_needs_a_port_that_the_declaration_does_not_use() {
        assertThat(message(NoPortTestCase.class))
                .contains(
                        "'${port}' is not known, because service 'web' has no port: use '${port}' in its declaration, or")
                .contains("  value = \"http://${host}:${port}/\"");
    }

    /** Of the only failure. */
    private static String message(Class<?> testCase) {
        Throwable failure = Failures.of(testCase).only();
        assertThat(failure).isInstanceOf(ExtensionConfigurationException.class);
        return String.valueOf(failure.getMessage());
    }

    @ManagedService(command = "redis-server --port ${prot}")
    static class OneMistakeTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "web", command = "python3 -m http.server")
    static class NoPortTestCase {
        @Test
        void does_not_run(@ServiceValue("http://${host}:${port}/") String url) {}
    }

    static class Base {
        @ServicePort
        final int fixed = 0;
    }

    @ManagedService(name = "store", command = "touch ${tempDir}/started", readyPattern = "(ready")
    @ManagedService(
            name = "web",
            command = {"web", "--store", "${stroe.host}"},
            stopSignal = "SIGINT")
    @ManagedService(name = "probe", command = "probe ${store.port}", dependsOn = "Web", scope = Scope.METHOD)
    @ManagedService(name = "late", command = "late", timeout = Long.MAX_VALUE, stopTimeout = -1)
    static class ManyMistakesTestCase extends Base {

        static boolean started;

        @ServicePort("stor")
        static int storePort;

        @ServicePort("store")
        long wide;

        @ServicePort(value = "web", name = "admin")
        int admin;

        @ServiceValue("http://${host}:${web.port")
        String url = "";

        @InjectService("probe")
        static @Nullable RunningService probe;

        @BeforeAll
        static void start() {
            started = true;
        }

        @Test
        void does_not_run(@InjectService("prob") RunningService service, @InjectService("late") String late) {}
    }

    @ManagedService(name = "store", command = "sleep 60")
    static class NestedTestCase {
        @Nested
        @ManagedService(name = "client", command = "client ${store.prot} ${store.host}")
        class Inner {
            @InjectService("stroe")
            @Nullable
            RunningService store;

            @Test
            void does_not_run() {}
        }
    }

    @ManagedService(name = "annotated", command = "sleep 60")
    static class FieldTestCase {

        @RegisterExtension
        final ManagedServiceExtension extension = ManagedServiceExtension.of(
                ServiceSpec.builder("sleep 60").name("registered").build());

        @Test
        void has_both(
                @InjectService("annotated") RunningService first, @InjectService("registered") RunningService second) {
            assertThat(first.pid()).isNotEqualTo(second.pid());
        }
    }
}
