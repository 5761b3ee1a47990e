package io.github.managedservice.internal.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where log files go: into the build's own folder, or a private temporary one where there is no build. */
final class LogFiles {

    private static final String FOLDER = "managed-services";
    private static final TemporaryLogs TEMPORARY = new TemporaryLogs(Path.of(System.getProperty("java.io.tmpdir")));

    private LogFiles() {}

    /** The owner is a test class, and may be empty. */
    static Path of(Switches switches, String owner, String serviceName) {
        Optional<Path> directory = switches.logDirectory();
        Path base = directory.isPresent() ? directory.get() : base(Path.of("").toAbsolutePath());
        return base.resolve(owner).resolve(serviceName + ".log");
    }

    /** The replacement of a file that cannot be written. */
    static Path temporary(Path wanted) throws IOException {
        return TEMPORARY
                .folder()
                .resolve(wanted.subpath(Math.max(0, wanted.getNameCount() - 2), wanted.getNameCount()));
    }

    private static Path base(Path project) {
        if (any(project, "target", "pom.xml")) {
            return project.resolve("target").resolve(FOLDER);
        }
        if (any(project, "build.gradle", "build.gradle.kts")) {
            return project.resolve("build").resolve(FOLDER);
        }
        try {
            return TEMPORARY.folder();
        } catch (IOException e) {
            return project.resolve(FOLDER);
        }
    }

    private static boolean any(Path project, String... names) {
        for (String name : names) {
            if (Files.exists(project.resolve(name))) {
                return true;
            }
        }
        return false;
    }
}
