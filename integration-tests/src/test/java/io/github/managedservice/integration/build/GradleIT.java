package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.integration.shop.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;

/**
 * Builds a project twice with one daemon of Gradle 4.4.1, which Debian and Ubuntu package. A JavaExec task runs the tests
 * with JUnit's Console Launcher.
 *
 * <p>This proves that Gradle resolves the library from a Maven repository; that services start from the class path which
 * Gradle gives to a test JVM, in the project's folder, under a daemon that outlives the build; that the log files are in
 * build/managed-services; that a failed start fails the build; and that no service outlives it.
 *
 * <p>It proves nothing about Gradle's own test task with useJUnitPlatform(), which 4.4.1 does not have, nor about
 * maxParallelForks, the Kotlin DSL, or any later Gradle.
 */
@EnabledIfSystemProperty(
        named = "build.tools.repository",
        matches = ".+",
        disabledReason = "only with mvn -Pbuild-tools verify")
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "Gradle 4.4.1 does not run on a later JDK")
class GradleIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void runs_tests_in_a_java_exec_task() throws Exception {
        try (ToolBuild build = ToolBuild.copy("gradle")) {
            assumeTrue(isVersion441(build), "no gradle 4.4.1 in PATH: apt-get install gradle");

            int passed = build.run(LIMIT, gradle("shopTest", "-Pselected=FirstTest,SecondTest"));

            assertThat(passed).as(build.output()).isZero();
            Journal journal = build.journal("build/journal");
            assertThat(journal.openings("session")).isEqualTo(1);
            assertThat(journal.openings("method")).isEqualTo(2);
            assertThat(journal.leftOpen()).isEmpty();
            assertThat(build.folder().resolve("build/managed-services/session.log"))
                    .hasContent("open");

            int failed = build.run(LIMIT, gradle("shopTest", "-Pselected=BrokenTest"));

            assertThat(failed).as(build.output()).isEqualTo(1);
            assertThat(build.output()).contains("its last line is \"no stock left\"");
            build.stopDaemon("org.gradle.launcher.daemon.bootstrap.GradleDaemon");
            build.requireClean();
        }
    }

    private static boolean isVersion441(ToolBuild build) throws InterruptedException {
        try {
            return build.run(LIMIT, List.of("gradle", "--gradle-user-home=gradle-home", "--version")) == 0
                    && build.output().contains("Gradle 4.4.1");
        } catch (IOException missing) {
            return false;
        }
    }

    private static List<String> gradle(String task, String selected) {
        return List.of(
                "gradle",
                "--offline",
                "--console=plain",
                "--daemon",
                "--gradle-user-home=gradle-home",
                "-PmavenRepositories=" + String.join(",", ToolBuild.repositories()),
                "-PlibraryVersion=" + ToolBuild.property("library.version"),
                "-PjunitVersion=" + ToolBuild.property("junit.version"),
                selected,
                task);
    }
}
