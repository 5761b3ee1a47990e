package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.internal.declaration.ProcessValues;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"classes", "of its own", "pr\u00fcf", "100%20", "a+b#c?d"})
    void a_jar_that_stands_for_it_leads_to_folders_of_any_name(String name, @TempDir Path folder) throws IOException {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode(name),
                "the locale has no such name");
        Path classes = Files.createDirectory(folder.resolve(name));
        Path resource = Files.createFile(classes.resolve("resource"));

        ClassPathJar.write(folder.resolve("missing.jar") + File.pathSeparator + classes, folder);

        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(ClassPathJar.in(folder))}, null)) {
            assertThat(loader.findResource("resource")).isEqualTo(url(resource));
        }
    }

    private static URL url(Path path) throws IOException {
        return path.toUri().toURL();
    }
}
