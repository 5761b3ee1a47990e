package io.github.managedservice.internal.declaration;

import static io.github.managedservice.internal.declaration.PlaceholderNames.ENVIRONMENT;
import static io.github.managedservice.internal.declaration.PlaceholderNames.SYSTEM_PROPERTY;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The placeholders whose values come from this JVM: {@code env.NAME}, {@code sys.NAME}, {@code java}, {@code classpath}. */
public final class ProcessValues {

    private ProcessValues() {}

    /** Says what is missing, where a variable or property is not set. */
    static Optional<String> missing(String name) {
        if (!PlaceholderNames.isOfEnvironment(name) || value(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                name.startsWith(ENVIRONMENT)
                        ? "the environment variable '" + name.substring(ENVIRONMENT.length()) + "' is not set"
                        : "the system property '" + name.substring(SYSTEM_PROPERTY.length()) + "' is not set");
    }

    /** All that have a value, as placeholders name them. */
    static Set<String> names() {
        return Stream.concat(
                        System.getenv().keySet().stream().map(ENVIRONMENT::concat),
                        System.getProperties().stringPropertyNames().stream().map(SYSTEM_PROPERTY::concat))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Optional<String> value(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(System.getenv(name.substring(ENVIRONMENT.length())));
        }
        if (name.startsWith(SYSTEM_PROPERTY) && PlaceholderNames.isOfEnvironment(name)) {
            return Optional.ofNullable(System.getProperty(name.substring(SYSTEM_PROPERTY.length())));
        }
        return Optional.empty();
    }

    /** The launcher that started this JVM, or the one in its home where the platform does not tell. */
    public static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .filter(command -> command.endsWith("java") || command.endsWith("java.exe"))
                .orElseGet(() -> System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    }

    /**
     * The class path of the tests. Surefire and Failsafe start the JVM with a jar whose manifest names the real class
     * path, and tell that in a property ({@code surefire.test.class.path}, set by their forked booter). The Console Launcher
     * has a class loader of its own for it ({@code --class-path}).
     */
    public static String classPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Stream.concat(
                        Stream.of(classPath, System.getProperty("jdk.module.path", ""))
                                .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1))),
                        loadedFrom(Thread.currentThread().getContextClassLoader()))
                .filter(element -> !element.isEmpty())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where a loader, and those that it asks first, find classes, as far as they tell it. */
    private static Stream<String> loadedFrom(@Nullable ClassLoader loader) {
        return Stream.iterate(loader, Objects::nonNull, ClassLoader::getParent)
                .filter(URLClassLoader.class::isInstance)
                .flatMap(each -> Stream.of(((URLClassLoader) each).getURLs()))
                .flatMap(url -> file(url).stream());
    }

    private static Optional<String> file(URL url) {
        try {
            return Optional.of(Path.of(url.toURI()).toString());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // A service could not read it either.
            return Optional.empty();
        }
    }
}
