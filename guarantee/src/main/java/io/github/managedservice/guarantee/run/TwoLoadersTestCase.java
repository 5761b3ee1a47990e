package io.github.managedservice.guarantee.run;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Has services of one name and one log directory, which two copies of the library have started, each in its class loader. */
@HabitService
class TwoLoadersTestCase {

    @Test
    void runs_until_the_end() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            AutoCloseable first = ServiceOfLoader.start();
            AutoCloseable second = second(loader);

            Bystander.start();
            RoundFiles.ready();
            RoundFiles.awaitOrder();

            second.close();
            first.close();
        }
    }

    private static AutoCloseable second(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> copy = loader.loadClass(ServiceOfLoader.class.getName());
        return (AutoCloseable) copy.getMethod("start").invoke(null);
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
