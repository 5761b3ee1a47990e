package io.github.managedservice.internal.lifecycle;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a jar that stands for a class path which is too long for a command line, as Surefire does for its own JVM. */
final class ClassPathJar {

    /** Linux allows 128 KiB for a word, and something may stand beside the class path in it. */
    private static final int LONGEST = 120_000;

    private ClassPathJar() {}

    static boolean isNeeded(String classPath) {
        // A character may take three bytes.
        return classPath.length() > LONGEST / 3 && classPath.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    static Path in(Path directory) {
        return directory.resolve("classpath.jar");
    }

    static void write(String classPath, Path directory) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(classPath.split(File.pathSeparator, -1))
                                .map(element -> Path.of(element).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(in(directory))) {
            new JarOutputStream(file, manifest).close();
        }
    }
}
