package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.integration.shop.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Builds a Java project with sbt 1.10.7 and sbt-jupiter-interface 0.17.0, all from Maven Central: first with the tests in
 * sbt's own JVM, which is the default, then in a forked one.
 *
 * <p>This proves that sbt resolves the library from a Maven repository; that services start from the class path of the
 * tests in both JVMs; that a SESSION service is started once per class, because the plugin makes a launcher session of
 * each; that sbt's own system properties are switches of its own JVM alone; that the log files are in
 * target/managed-services; that a failed start fails the build; and that no service outlives it.
 *
 * <p>It proves nothing about tests in Scala, the sbt server that the shell script of sbt may start, sbt 2, or builds of
 * several projects.
 */
@EnabledIfSystemProperty(
        named = "build.tools.repository",
        matches = ".+",
        disabledReason = "only with mvn -Pbuild-tools verify")
class SbtIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String TESTS = "testOnly shop.FirstTest shop.SecondTest";

    @Test
    void runs_tests_in_its_own_jvm_and_in_a_forked_one() throws Exception {
        try (ToolBuild build = ToolBuild.copy("sbt")) {
            writeRepositories(build.folder().resolve("repositories"));

            int exitCode = build.run(LIMIT, sbt(TESTS, "set Test / fork := true", TESTS, "testOnly shop.BrokenTest"));

            assertThat(exitCode).as(build.output()).isEqualTo(1);
            assertThat(build.output())
                    .containsOnlyOnce("Failed: Total 1, Failed 1, Errors 0, Passed 0")
                    .contains("its last line is \"no stock left\"");
            for (String path : List.of("target/journal-of-sbt", "target/journal-of-fork")) {
                Journal journal = build.journal(path);
                assertThat(journal.openings("session")).as(path).isEqualTo(2);
                assertThat(journal.openings("method")).as(path).isEqualTo(2);
                assertThat(journal.leftOpen()).as(path).isEmpty();
            }
            for (String path : List.of("target/logs-of-sbt", "target/managed-services")) {
                assertThat(build.folder().resolve(path).resolve("session.log")).hasContent("open");
            }
            build.requireClean();
        }
    }

    private static void writeRepositories(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("[repositories]"));
        for (String repository : ToolBuild.repositories()) {
            lines.add("  maven-" + lines.size() + ": " + repository);
        }
        Files.write(file, lines);
    }

    private static List<String> sbt(String... commands) {
        String version = ToolBuild.property("sbt.version");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dsbt.version=" + version,
                "-Dsbt-jupiter-interface.version=" + ToolBuild.property("sbt-jupiter-interface.version"),
                "-Dlibrary.version=" + ToolBuild.property("library.version"),
                "-Djournal=target/journal-of-sbt",
                "-Dmanagedservice.log.directory=target/logs-of-sbt",
                "-Dsbt.override.build.repos=true",
                "-Dsbt.repository.config=repositories",
                "-Dsbt.global.base=sbt-home",
                "-Dsbt.boot.directory=sbt-home/boot",
                "-Dsbt.ivy.home=sbt-home/ivy",
                "-Dsbt.coursier.home=sbt-home/coursier",
                "-Dsbt.server.autostart=false",
                "-Dsbt.supershell=false",
                "-Dsbt.color=false",
                "-jar",
                Path.of(
                                ToolBuild.property("repository"),
                                "org/scala-sbt/sbt-launch/" + version + "/sbt-launch-" + version + ".jar")
                        .toString()));
        command.addAll(List.of(commands));
        return command;
    }
}
