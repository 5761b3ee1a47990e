package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the script that finds a further JDK for the builds tested from outside. No JDK has the versions meant here. */
class FindJdkTests {

    private final Path folder;

    FindJdkTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void finds_the_one_beside_the_jdk_that_runs() throws Exception {
        Path running = jdk("jdk-a", "917.0.1");
        Path wanted = jdk("jdk-b", "925");

        assertThat(find("925", running, Map.of())).isEqualTo(wanted.toString());
    }

    @Test
    void prefers_the_variable() throws Exception {
        Path running = jdk("jdk-a", "925");
        Path wanted = jdk("elsewhere/jdk-b", "925.0.3");

        assertThat(find("925", running, Map.of("JAVA_HOME_925", wanted.toString())))
                .isEqualTo(wanted.toString());
    }

    @Test
    void does_not_take_another_for_it() throws Exception {
        Path running = jdk("jdk-a", "917.0.1");
        jdk("jdk-925-in-name-alone", "917.925");

        assertThat(find("925", running, Map.of()))
                .isEqualTo("No JDK 925: JAVA_HOME_925 is not set, and there is none beside %s or in /usr/lib/jvm."
                                .formatted(running)
                        + "\nexit code 1");
    }

    @Test
    void says_which_variable_is_wrong() throws Exception {
        Path running = jdk("jdk-a", "925");

        assertThat(find("925", running, Map.of("JDK_925", "/no/such/jdk")))
                .isEqualTo("No JDK 925: JDK_925 is \"/no/such/jdk\", which has none.\nexit code 1");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/javac"), "");
        assertThat(home.resolve("bin/javac").toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static String find(String version, Path running, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "src/build/find-jdk.sh", version, running.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process script = builder.start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exitCode = script.waitFor();
        return exitCode == 0 ? output : output + "\nexit code " + exitCode;
    }
}
