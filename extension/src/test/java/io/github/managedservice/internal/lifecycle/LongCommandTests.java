package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LongCommandTests {

    @Test
    void says_which_argument_is_too_long() {
        FailedStart failed = FailedStart.of(
                ServiceSpec.builder("/bin/echo", "-n", "x".repeat(140_000)).name("long"));

        assertThat(failed.message())
                .startsWith("Service 'long' could not be started: argument 3 (\"-n\" …, 140 kB) is longer than the"
                        + " 128 KiB that Linux allows for one. Pass it in a file.\n")
                .contains("xxx… 138000 more")
                .doesNotContain("/usr/bin/env")
                .hasSizeLessThan(4000);
    }

    @Test
    void says_which_variable_is_too_long() {
        FailedStart failed =
                FailedStart.of(ServiceSpec.builder("/bin/echo").name("long").env("HUGE=" + "x".repeat(140_000)));

        assertThat(failed.message())
                .startsWith("Service 'long' could not be started: the variable 'HUGE' (140 kB) is longer than")
                .hasSizeLessThan(4000);
    }

    @Test
    void says_that_all_together_is_too_long() {
        String[] command = new String[80];
        Arrays.fill(command, "x".repeat(100_000));
        command[0] = "/bin/echo";
        command[7] = "y".repeat(100_001);

        FailedStart failed = FailedStart.of(ServiceSpec.builder(command).name("long"));

        assertThat(failed.message())
                .startsWith("Service 'long' could not be started: the command and its environment are 7")
                .contains("the longest is argument 8 (\"yyyyyyyyyyyyyyyyyyyy\" …, 100 kB). Pass it in a file.");
    }

    @Test
    void variables_with_odd_names_may_be_long_as_with_a_process_builder() {
        ServiceSpec spec = ServiceSpec.builder("/bin/sleep", "1000")
                .name("odd")
                .env("a.b=" + "x".repeat(100_000), "c.d=" + "x".repeat(40_000), "e.f=" + "x".repeat(100_000))
                .build();

        try (RunningService service = ServiceLauncher.start(spec)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void a_class_path_that_is_too_long_is_that_of_a_jar(@TempDir Path folder) throws Exception {
        URL[] urls = new URL[1100];
        Path folderWithSpaces =
                Files.createDirectories(folder.resolve("of its own").resolve("x".repeat(120)));
        for (int i = 0; i < urls.length; i++) {
            urls[i] = folderWithSpaces.resolve(i + ".jar").toUri().toURL();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader launcher = new URLClassLoader(urls, before)) {
            thread.setContextClassLoader(launcher);
            ServiceSpec spec = Talker.of("long", "127.0.0.1", "${port}", "HTTP/1.0 200 OK\r\n\r\n")
                    .env("CLASSPATH=${classpath}" + File.pathSeparator + "more.jar")
                    .build();

            Path jar;
            try (RunningService service = ServiceLauncher.start(spec)) {
                jar = Path.of(service.value("${classpath}"));
                assertThat(jar).isRegularFile().hasFileName("classpath.jar");
            }
            assertThat(jar.getParent()).doesNotExist();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
