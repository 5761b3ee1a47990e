package io.github.managedservice.service;

import io.github.managedservice.internal.process.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where log files go: into the build's own folder, or a private temporary one where there is no build. */
final class LogFiles {

    private static final String FOLDER = "managed-services";

    private LogFiles() {}

    /**
     * The log file of a service.
     *
     * @param owner whose service it is, a test class; may be empty
     */
    static Path of(Switches switches, String owner, String serviceName) {
        return switches.logDirectory()
                .orElseGet(() -> Base.DIRECTORY)
                .resolve(owner)
                .resolve(serviceName + ".log");
    }

    /** Where a log file goes instead of here. */
    static Path temporary(Path wanted) throws IOException {
        return Files.createTempDirectory(FOLDER + "-")
                .resolve(wanted.subpath(Math.max(0, wanted.getNameCount() - 2), wanted.getNameCount()));
    }

    /** Looked up once: the working directory of a JVM does not change. */
    private static final class Base {

        static final Path DIRECTORY = find(WorkingDirectory.path());

        private static Path find(Path project) {
            if (any(project, "target", "pom.xml")) {
                return project.resolve("target").resolve(FOLDER);
            }
            if (any(project, "build.gradle", "build.gradle.kts")) {
                return project.resolve("build").resolve(FOLDER);
            }
            try {
                return Files.createTempDirectory(FOLDER + "-");
            } catch (IOException e) {
                return project.resolve(FOLDER);
            }
        }

        private static boolean any(Path project, String... names) {
            return Stream.of(names).map(project::resolve).anyMatch(Files::exists);
        }
    }
}
