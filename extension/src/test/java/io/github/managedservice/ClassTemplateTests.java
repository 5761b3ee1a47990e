package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Classes that run several times. They are compiled here, for the JUnit that the build compiles with has no such classes. */
@EnabledIf(value = "isParameterizedClassThere", disabledReason = "JUnit has @ParameterizedClass since 5.13")
class ClassTemplateTests {

    static boolean isParameterizedClassThere() {
        return ClassTemplateTests.class
                        .getClassLoader()
                        .getResource("org/junit/jupiter/params/ParameterizedClass.class")
                != null;
    }

    private final Path classes;

    ClassTemplateTests(@TempDir Path classes) {
        this.classes = classes;
    }

    private Failures run(Trace starts, String declaration, String injected) throws Exception {
        String source = """
                package io.github.managedservice;

                import io.github.managedservice.service.RunningService;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Nested;
                import org.junit.jupiter.api.Test;
                import org.junit.jupiter.params.ParameterizedClass;
                import org.junit.jupiter.params.provider.ValueSource;

                @ParameterizedClass
                @ValueSource(ints = {1, 2})
                @ManagedService(name = "template", command = {"sh", "-c",
                        "echo started >> %s; echo ready; exec sleep 1000"},
                        readyPattern = "ready"%s)
                class TemplateTestCase {

                    private final int number;

                    TemplateTestCase(int number%s) {
                        this.number = number;
                    }

                    @Test
                    void one(RunningService template) {
                        Assertions.assertTrue(template.isRunning());
                    }

                    @Nested
                    class Inner {
                        @Test
                        void two(RunningService template) {
                            Assertions.assertTrue(template.isRunning() && number > 0);
                        }
                    }
                }
                """.formatted(starts.file(), declaration, injected);
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///TemplateTestCase.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        assertThat(compiler.getTask(
                                null,
                                null,
                                null,
                                List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                                null,
                                List.of(file))
                        .call())
                .isTrue();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return Failures.of(loader.loadClass("io.github.managedservice.TemplateTestCase"));
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void all_invocations_share_the_service_of_the_class() throws Exception {
        Trace starts = Trace.of("class-template");

        Failures failures = run(starts, "", ", @InjectService RunningService own");

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(4);
        assertThat(starts.lines()).hasSize(1);
    }

    @Test
    void each_test_of_each_invocation_has_its_own_in_scope_method() throws Exception {
        Trace starts = Trace.of("class-template-method");

        Failures failures = run(starts, ", scope = Scope.METHOD", "");

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(4);
        assertThat(starts.lines()).hasSize(4);
    }
}
