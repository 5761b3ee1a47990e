package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the value of <code>${classpath}</code>. */
class ClassPathTests {

    @Test
    void has_what_the_class_loader_of_a_launcher_adds(@TempDir Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test classes"));
        Path jar = Files.createFile(folder.resolve("library.jar"));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String known = ProcessValues.classPath();
        try (URLClassLoader launcher = new URLClassLoader(new URL[] {url(classes)}, before);
                URLClassLoader inner = new URLClassLoader(new URL[] {url(jar)}, launcher)) {
            thread.setContextClassLoader(inner);

            assertThat(ProcessValues.classPath())
                    .isEqualTo(String.join(File.pathSeparator, known, jar.toString(), classes.toString()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path path) throws IOException {
        return path.toUri().toURL();
    }
}
