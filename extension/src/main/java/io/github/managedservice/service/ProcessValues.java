package io.github.managedservice.service;

import java.io.File;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The placeholders whose values come from this JVM: {@code env.NAME}, {@code sys.NAME}, {@code java}, {@code classpath}. */
final class ProcessValues {

    private static final String ENVIRONMENT = "env.";
    private static final String SYSTEM_PROPERTY = "sys.";

    private ProcessValues() {}

    static boolean isOne(String name) {
        return isLongerThan(ENVIRONMENT, name) || isLongerThan(SYSTEM_PROPERTY, name);
    }

    private static boolean isLongerThan(String prefix, String name) {
        return name.startsWith(prefix) && name.length() > prefix.length();
    }

    /** Says what is missing, where a variable or property is not set. */
    static Optional<String> missing(String name) {
        if (!isOne(name) || value(name).isPresent()) {
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

    static Optional<String> value(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(System.getenv(name.substring(ENVIRONMENT.length())));
        }
        if (name.startsWith(SYSTEM_PROPERTY) && isOne(name)) {
            return Optional.ofNullable(System.getProperty(name.substring(SYSTEM_PROPERTY.length())));
        }
        return Optional.empty();
    }

    /** The launcher that started this JVM, or the one in its home where the platform does not tell. */
    static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .filter(command -> command.endsWith("java") || command.endsWith("java.exe"))
                .orElseGet(() -> System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    }

    /**
     * The class path of the tests. Surefire and Failsafe start the JVM with a jar whose manifest names the real class
     * path, and tell that in a property ({@code surefire.test.class.path}, set by their forked booter).
     */
    static String classPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Stream.of(classPath, System.getProperty("jdk.module.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
