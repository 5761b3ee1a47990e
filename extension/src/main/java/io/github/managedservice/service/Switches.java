package io.github.managedservice.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be switched from outside, for all services of a test run. With JUnit the switches are configuration
 * parameters, without it system properties.
 *
 * @since 0.1.0
 */
public final class Switches {

    private static final String PREFIX = "managedservice.";

    /** {@code false}: tests that need a service are skipped. */
    private static final String ENABLED = PREFIX + "enabled";

    /** For a slow machine: what each {@code timeout} is multiplied by. */
    private static final String TIMEOUT_FACTOR = PREFIX + "timeout.factor";

    /** Where log files go, instead of the build folder. */
    private static final String LOG_DIRECTORY = PREFIX + "log.directory";

    /** Further parts of names whose values are secret, between commas. */
    private static final String MASK = PREFIX + "mask";

    private static final List<String> KNOWN = List.of(ENABLED, TIMEOUT_FACTOR, LOG_DIRECTORY, MASK);

    private static final double LARGEST_FACTOR = 1000;

    /** Of those that are set. Read once: a service outlives the test that had it started. */
    private final Map<String, String> values = new HashMap<>();

    private Switches(Function<String, Optional<String>> given) {
        KNOWN.forEach(name -> given.apply(name).ifPresent(value -> values.put(name, value.strip())));
    }

    /**
     * Reads switches.
     *
     * @param values gives the value of a switch by its name, where it is set
     * @return the switches
     */
    public static Switches of(Function<String, Optional<String>> values) {
        return new Switches(values);
    }

    /**
     * Reads the switches of a program that has no test framework.
     *
     * @return those that the system properties are
     * @throws IllegalArgumentException if one has no value that can be meant, or a name that is none
     */
    public static Switches ofSystemProperties() {
        Switches switches = of(name -> Optional.ofNullable(System.getProperty(name)));
        switches.requireValid(IllegalArgumentException::new);
        return switches;
    }

    /**
     * Makes sure that each value can be meant. A name that is none is found among the system properties alone, for nobody
     * lists what else JUnit is configured with.
     *
     * @param exception makes the exception of a message that has all mistakes
     * @param <E> its type
     * @throws E if there is a mistake
     */
    public <E extends Exception> void requireValid(Function<String, E> exception) throws E {
        Mistakes mistakes = new Mistakes();
        set(ENABLED)
                .filter(value -> truth(value).isEmpty())
                .ifPresent(value -> add(mistakes, ENABLED, value, "true or false"));
        set(TIMEOUT_FACTOR)
                .filter(value -> factor(value).isEmpty())
                .ifPresent(value -> add(mistakes, TIMEOUT_FACTOR, value, "a number more than 0 and at most 1000"));
        set(LOG_DIRECTORY)
                .filter(value -> path(value).isEmpty())
                .ifPresent(value -> add(mistakes, LOG_DIRECTORY, value, "the path of a directory"));
        Set<String> others = new TreeSet<>(System.getProperties().stringPropertyNames());
        others.removeIf(name -> !name.startsWith(PREFIX) || KNOWN.contains(name));
        others.forEach(name ->
                mistakes.addName("the system property '" + name + "'", "name", name, "there is no such switch", KNOWN));
        mistakes.throwIfAny("", exception);
    }

    private static void add(Mistakes mistakes, String name, String value, String what) {
        mistakes.add("the switch '" + name + "'", "value", value, "it must be " + what);
    }

    /**
     * Tells whether services may be started.
     *
     * @return false if {@code managedservice.enabled} is {@code false}
     */
    public boolean enabled() {
        return set(ENABLED).flatMap(Switches::truth).orElse(true);
    }

    /** How long a service that declares this timeout may take here. */
    Duration timeout(Duration declared) {
        return set(TIMEOUT_FACTOR)
                .flatMap(Switches::factor)
                .map(factor -> Duration.ofNanos((long) Math.min(Long.MAX_VALUE, declared.toNanos() * factor)))
                .orElse(declared);
    }

    /** The folder of all log files, if it is not that of the build. */
    Optional<Path> logDirectory() {
        return set(LOG_DIRECTORY).flatMap(Switches::path);
    }

    /** Further parts of names whose values are secret, in lower case. */
    List<String> mask() {
        return set(MASK).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Optional<Boolean> truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> factor(String value) {
        try {
            double factor = Double.parseDouble(value);
            return factor > 0 && factor <= LARGEST_FACTOR ? Optional.of(factor) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String value) {
        try {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(value).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
