package io.github.managedservice.integration.release;

import io.github.managedservice.integration.build.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A copy of this project with the version of a release, and the Maven that builds it. */
final class ReleaseBuild {

    static final String VERSION = outer("version").replace("-SNAPSHOT", "");

    private static final List<String> MODULES =
            List.of("platform", "extension", "integration-tests", "benchmarks", "guarantee");
    private static final List<String> FOLDERS =
            List.of(".mvn", "platform/src/main", "extension/src/main", "integration-tests/src/build");

    private final Path folder;
    private final Path log;

    private ReleaseBuild(Path folder) {
        this.folder = folder;
        log = folder.resolveSibling(folder.getFileName() + ".log");
    }

    /** Copies what a release is built from to target/release/NAME. */
    static ReleaseBuild copy(String name) throws IOException {
        Path project = Path.of("..").toRealPath();
        Path folder = Path.of("target", "release", name).toAbsolutePath();
        FolderTree.delete(folder);
        copyPom(project, folder);
        for (String module : MODULES) {
            copyPom(project.resolve(module), folder.resolve(module));
        }
        for (String sources : FOLDERS) {
            FolderTree.copy(project.resolve(sources), folder.resolve(sources));
        }
        return new ReleaseBuild(folder);
    }

    private static void copyPom(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        String pom = Files.readString(from.resolve("pom.xml"));
        Files.writeString(
                to.resolve("pom.xml"),
                pom.replace("<version>" + VERSION + "-SNAPSHOT</version>", "<version>" + VERSION + "</version>"));
    }

    /** Returns the folder of the published group. */
    Path stage() {
        return folder.resolve("target/stage/io/github/managedservice");
    }

    /** Returns what Maven has printed. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** Runs Maven and returns its exit code. */
    int maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(outer("maven.home"), "bin", "mvn").toString());
        // Not -o, even if the outer build is offline: Maven would leave out the bill of materials, which needs no
        // network.
        command.addAll(List.of("-B", "-ntp", "-Prelease", "-Dmaven.test.skip", "-pl", "platform,extension"));
        command.add("-Dmaven.repo.local=" + outer("maven.repository"));
        Path settings = Path.of(outer("maven.settings"));
        if (Files.exists(settings)) {
            command.addAll(List.of("-s", settings.toString()));
        }
        // The outer build has checked the code.
        command.addAll(List.of(
                "-Dcompiler.lint=-Xlint:none",
                "-Derror-prone.checks=-XepDisableAllChecks",
                "-Dspotless.check.skip",
                "-DadditionalJOption=-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));

        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process maven = builder.start();
        if (!maven.waitFor(15, TimeUnit.MINUTES)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
            throw new AssertionError("Maven did not end within 15 minutes:\n" + output());
        }
        return maven.exitValue();
    }

    /** Returns what pom.xml says of the build that runs this test. */
    private static String outer(String name) {
        return Objects.requireNonNull(System.getProperty("outer." + name), () -> "Failsafe sets outer." + name);
    }
}
