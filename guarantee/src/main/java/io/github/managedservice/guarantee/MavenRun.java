package io.github.managedservice.guarantee;

import io.github.managedservice.ManagedService;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.launcher.core.LauncherFactory;

/** Writes a small project and the command that has Maven and Surefire run its tests, as a user's build does. */
final class MavenRun {

    private MavenRun() {}

    /** Why there can be none here; empty if there can. */
    static Optional<String> missing() {
        String maven = property("maven");
        return Files.isExecutable(Path.of(maven))
                ? Optional.empty()
                : Optional.of("there is no Maven at '" + maven + "'");
    }

    static List<String> command(RoundDirectory directory, List<String> jvmArguments, String surefire, String tests) {
        String project = Resources.text("surefire.xml");
        Map<String, String> values = Map.of(
                "junit", property("junit"),
                "platform", platformVersion(),
                "surefire", property("surefire"),
                "classes", location(MavenRun.class),
                "library", location(ManagedService.class),
                "arguments", String.join(" ", jvmArguments),
                "configuration", surefire);
        for (Map.Entry<String, String> value : values.entrySet()) {
            project = project.replace('@' + value.getKey() + '@', value.getValue());
        }
        directory.write("pom.xml", project);
        return List.of(
                property("maven"),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + property("repository"),
                "-Dsurefire.failIfNoSpecifiedTests=true",
                "-Dtest=" + tests,
                "surefire:test");
    }

    /** Jupiter 5.x comes with Platform 1.x, from 6 on both have the same number. */
    private static String platformVersion() {
        Package launcher = LauncherFactory.class.getPackage();
        return launcher.getImplementationVersion();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String property(String name) {
        return System.getProperty("guarantee." + name, "");
    }
}
