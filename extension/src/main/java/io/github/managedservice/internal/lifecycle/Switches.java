package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.Mistakes;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.process.WorkingDirectory;
import io.github.managedservice.internal.text.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be switched from outside, for all services of a test run. With JUnit the switches are configuration
 * parameters, without it system properties.
 *
 * <p>For adapters to test frameworks; a test does not need it.
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

    /** {@code true}: what services print goes to the logger too. */
    private static final String LOG_FORWARD = PREFIX + "log.forward";

    private static final List<String> KNOWN = List.of(ENABLED, TIMEOUT_FACTOR, LOG_DIRECTORY, LOG_FORWARD, MASK);

    /** After the name of a service, {@code host:port}: an instance to be used in its place. */
    private static final String EXTERNAL = ".external";

    /** After the name of a service, {@code true} or a port: its JVM waits for a debugger. */
    private static final String DEBUG = ".debug";

    /** Whichever is free. */
    static final int ANY_PORT = 0;

    /** For who waits for a person. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private static final int LAST_PORT = 65_535;

    private static final double LARGEST_FACTOR = 1000;

    /** Of those that are set. Read once: a service outlives the test that had it started. */
    private final Map<String, String> values = new HashMap<>();

    private final Set<String> services;

    private Switches(Set<String> services, Function<String, Optional<String>> given) {
        this.services = Set.copyOf(services);
        Stream.concat(
                        KNOWN.stream(),
                        services.stream().flatMap(service -> Stream.of(externalName(service), debugName(service))))
                .forEach(name -> given.apply(name).ifPresent(value -> values.put(name, value.strip())));
    }

    /**
     * Reads switches.
     *
     * @param services the names of the services that are about to be started, which have switches of their own
     * @param values gives the value of a switch by its name, where it is set
     * @return the switches
     */
    public static Switches of(Set<String> services, Function<String, Optional<String>> values) {
        return new Switches(services, values);
    }

    /**
     * Reads the switches of a program that has no test framework.
     *
     * @param services the names of the services that are about to be started
     * @return those that the system properties are
     * @throws IllegalArgumentException if one has no value that can be meant, or a name that is none
     */
    public static Switches ofSystemProperties(Set<String> services) {
        Switches switches = of(services, name -> Optional.ofNullable(System.getProperty(name)));
        switches.requireValid(Set.of(), IllegalArgumentException::new);
        return switches;
    }

    /**
     * Makes sure that each value can be meant, and each name. Names are looked for among the system properties too, and
     * nowhere else: what a build hands to JUnit is listed to nobody.
     *
     * @param configured the names in a configuration file, be they of switches or not
     * @param exception makes the exception of a message that has all mistakes
     * @param <E> its type
     * @throws E if there is a mistake
     */
    public <E extends Exception> void requireValid(Set<String> configured, Function<String, E> exception) throws E {
        Mistakes mistakes = new Mistakes();
        set(ENABLED)
                .filter(value -> truth(value).isEmpty())
                .ifPresent(value -> add(mistakes, ENABLED, value, "true or false"));
        set(TIMEOUT_FACTOR)
                .filter(value -> factor(value).isEmpty())
                .ifPresent(value -> add(mistakes, TIMEOUT_FACTOR, value, "a number more than 0 and at most 1000"));
        set(LOG_FORWARD)
                .filter(value -> truth(value).isEmpty())
                .ifPresent(value -> add(mistakes, LOG_FORWARD, value, "true or false"));
        for (String service : new TreeSet<>(services)) {
            set(externalName(service))
                    .filter(value -> ExternalAddress.parse(value).isEmpty())
                    .ifPresent(value -> add(mistakes, externalName(service), value, "an address, as host:port"));
            set(debugName(service))
                    .filter(value -> port(value).isEmpty())
                    .ifPresent(
                            value -> add(mistakes, debugName(service), value, "true, false or a port from 1 to 65535"));
        }
        set(LOG_DIRECTORY)
                .filter(value -> path(value).isEmpty())
                .ifPresent(value -> add(mistakes, LOG_DIRECTORY, value, "the path of a directory"));
        places(configured).forEach((name, place) -> {
            if (!KNOWN.contains(name) && !isOfService(name)) {
                mistakes.addName(place + " '" + name + "'", "name", name, "there is no such switch", valid(name));
            }
        });
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

    /**
     * Warns of switches of services that there were not, where a slip is likely. Only at the end of all tests is that known:
     * any class may have the service.
     *
     * @param configured the names in a configuration file, be they of switches or not
     * @param services the names of those that there were
     */
    public static void warnOfSlips(Set<String> configured, Set<String> services) {
        places(configured).forEach((name, place) -> {
            if (isOfService(name)) {
                slip(place, name, services).ifPresent(LibraryLog::warn);
            }
        });
    }

    /** Where a name that may be meant as a switch is set, in its order. */
    private static Map<String, String> places(Set<String> configured) {
        Map<String, String> places = new TreeMap<>();
        addPlace("The configuration parameter", configured, places);
        addPlace("The system property", System.getProperties().stringPropertyNames(), places);
        return places;
    }

    private static void addPlace(String place, Set<String> names, Map<String, String> places) {
        names.stream().filter(name -> name.startsWith(PREFIX)).forEach(name -> places.put(name, place));
    }

    private static Optional<String> slip(String place, String name, Set<String> services) {
        int end = name.lastIndexOf('.');
        String service = name.substring(PREFIX.length(), end);
        return services.contains(service)
                ? Optional.empty()
                : NearestName.of(service, services)
                        .map(nearest -> place + " '" + name + "' had no effect: no service is named '" + service
                                + "'; did you mean '" + PREFIX + nearest + name.substring(end) + "'?");
    }

    /** Whichever service it is of: other classes may have it. */
    private static boolean isOfService(String name) {
        return Stream.of(EXTERNAL, DEBUG)
                .anyMatch(end -> name.endsWith(end) && name.length() > PREFIX.length() + end.length());
    }

    /** What may have been meant by a name. */
    private static List<String> valid(String name) {
        int dot = name.lastIndexOf('.');
        boolean named = dot > PREFIX.length()
                && NearestName.of(name.substring(dot), List.of(EXTERNAL, DEBUG)).isPresent();
        String service = named ? name.substring(PREFIX.length(), dot) : "NAME";
        return Stream.concat(KNOWN.stream(), Stream.of(externalName(service), debugName(service)))
                .toList();
    }

    static String externalName(String service) {
        return PREFIX + service + EXTERNAL;
    }

    static String debugName(String service) {
        return PREFIX + service + DEBUG;
    }

    /** What is to be used in the place of a service. */
    Optional<ExternalAddress> external(String service) {
        return set(externalName(service)).flatMap(ExternalAddress::parse);
    }

    /** Where the JVM of a service shall wait for a debugger, perhaps {@link #ANY_PORT}. */
    Optional<Integer> debugPort(String service) {
        return set(debugName(service))
                .filter(value -> truth(value).orElse(true))
                .flatMap(Switches::port);
    }

    /** Whether what services print goes to the logger too. */
    boolean forwardsLogs() {
        return set(LOG_FORWARD).flatMap(Switches::truth).orElse(false);
    }

    /** How long a service may take here to become ready. */
    Duration timeout(Declaration spec) {
        return debugPort(spec.name()).isPresent() ? FOR_EVER : timeout(spec.timeout());
    }

    private Duration timeout(Duration declared) {
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
    public List<String> mask() {
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

    /** A truth is no number of a port, but neither is it wrong. */
    private static Optional<Integer> port(String value) {
        if (truth(value).isPresent()) {
            return Optional.of(ANY_PORT);
        }
        try {
            int port = Integer.parseInt(value);
            return port > 0 && port <= LAST_PORT ? Optional.of(port) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
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
                    : Optional.of(WorkingDirectory.path().resolve(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
