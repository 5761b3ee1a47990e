package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.process.WorkingDirectory;
import io.github.managedservice.internal.text.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The switches of a test run, for all its services. With JUnit they are configuration parameters, without it system
 * properties.
 */
public final class Switches {

    private static final String PREFIX = "managedservice.";

    /** {@code false}: tests that need a service are skipped. */
    private static final String ENABLED = PREFIX + "enabled";

    /** Multiplies each {@code timeout}, on slow machines. */
    private static final String TIMEOUT_FACTOR = PREFIX + "timeout.factor";

    /** Where log files go, instead of the build folder. */
    private static final String LOG_DIRECTORY = PREFIX + "log.directory";

    /** Further parts of names whose values are secret, separated by commas. */
    private static final String MASK = PREFIX + "mask";

    /** {@code true}: the output of services goes to the logger too. */
    private static final String LOG_FORWARD = PREFIX + "log.forward";

    private static final List<String> KNOWN = List.of(ENABLED, TIMEOUT_FACTOR, LOG_DIRECTORY, LOG_FORWARD, MASK);

    /** After the name of a service, {@code host:port} of an instance to use instead. */
    private static final String EXTERNAL = ".external";

    /** After the name of a service, {@code true} or a port: its JVM waits for a debugger. */
    private static final String DEBUG = ".debug";

    /** Any free port. */
    static final int ANY_PORT = 0;

    /** At a debugger. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private static final int LAST_PORT = 65_535;
    private static final double LARGEST_FACTOR = 1000;

    /** The values that were set, read once because a service outlives the test that started it. */
    private final Map<String, String> values = new HashMap<>();

    private final Set<String> services;

    private Switches(Set<String> services, Function<String, Optional<String>> given) {
        this.services = Set.copyOf(services);
        for (String name : names(new TreeSet<>(services))) {
            Optional<String> value = given.apply(name);
            if (value.isPresent()) {
                values.put(name, value.get().strip());
            }
        }
    }

    /** Of all switches, those of these services last. */
    private static List<String> names(Iterable<String> services) {
        List<String> names = new ArrayList<>(KNOWN);
        for (String service : services) {
            names.add(externalName(service));
            names.add(debugName(service));
        }
        return names;
    }

    /** The services are those about to be started, which have switches of their own. */
    public static Switches of(Set<String> services, Function<String, Optional<String>> values) {
        return new Switches(services, values);
    }

    public static Switches ofSystemProperties(Set<String> services) {
        Switches switches = of(services, name -> Optional.ofNullable(System.getProperty(name)));
        switches.requireValid(Set.of(), IllegalArgumentException::new);
        return switches;
    }

    /**
     * Rejects unknown names and invalid values. Names are those of a configuration file, which may have other names
     * too, and of the system properties. JUnit does not list the parameters of a build.
     */
    public <E extends Exception> void requireValid(Set<String> configured, Function<String, E> exception) throws E {
        DeclarationProblems problems = new DeclarationProblems();
        for (String name : names(new TreeSet<>(services))) {
            String value = values.get(name);
            if (value != null && !expected(name, value).isEmpty()) {
                problems.add("the switch '" + name + "'", "value", value, "it must be " + expected(name, value));
            }
        }
        for (Map.Entry<String, String> place : places(configured).entrySet()) {
            String name = place.getKey();
            if (!KNOWN.contains(name) && !isOfService(name)) {
                problems.addName(
                        place.getValue() + " '" + name + "'", "name", name, "there is no such switch", valid(name));
            }
        }
        problems.throwIfAny("", exception);
    }

    /** What the value must be; empty if it is that. */
    private static String expected(String name, String value) {
        if (name.endsWith(EXTERNAL)) {
            return ExternalAddress.parse(value).isPresent() ? "" : "an address, as host:port";
        }
        if (name.endsWith(DEBUG)) {
            return port(value).isPresent() ? "" : "true, false or a port from 1 to 65535";
        }
        return switch (name) {
            case ENABLED, LOG_FORWARD -> parseBoolean(value).isPresent() ? "" : "true or false";
            case TIMEOUT_FACTOR -> factor(value).isPresent() ? "" : "a number more than 0 and at most 1000";
            case LOG_DIRECTORY -> path(value).isPresent() ? "" : "the path of a directory";
            default -> "";
        };
    }

    public boolean enabled() {
        return isOn(ENABLED, true);
    }

    /** Warns of likely typos. To be called after all tests, because any class may have the service. */
    public static void warnOfSlips(Set<String> configured, Set<String> services) {
        places(configured).forEach((name, place) -> {
            if (isOfService(name)) {
                slip(place, name, services).ifPresent(LibraryLog::warn);
            }
        });
    }

    /** Names that begin like a switch, each with where it is set. */
    private static Map<String, String> places(Set<String> configured) {
        Map<String, String> places = new TreeMap<>();
        put(configured, "The configuration parameter", places);
        put(System.getProperties().stringPropertyNames(), "The system property", places);
        return places;
    }

    private static void put(Set<String> names, String place, Map<String, String> places) {
        for (String name : names) {
            if (name.startsWith(PREFIX)) {
                places.put(name, place);
            }
        }
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

    /** Of any service, because other classes may have it. */
    private static boolean isOfService(String name) {
        return isLonger(name, EXTERNAL) || isLonger(name, DEBUG);
    }

    private static boolean isLonger(String name, String end) {
        return name.endsWith(end) && name.length() > PREFIX.length() + end.length();
    }

    private static List<String> valid(String name) {
        int dot = name.lastIndexOf('.');
        boolean named = dot > PREFIX.length()
                && NearestName.of(name.substring(dot), List.of(EXTERNAL, DEBUG)).isPresent();
        String service = named ? name.substring(PREFIX.length(), dot) : "NAME";
        return names(List.of(service));
    }

    static String externalName(String service) {
        return PREFIX + service + EXTERNAL;
    }

    static String debugName(String service) {
        return PREFIX + service + DEBUG;
    }

    Optional<ExternalAddress> external(String service) {
        String value = values.get(externalName(service));
        return value == null ? Optional.empty() : ExternalAddress.parse(value);
    }

    /** Where the JVM of a service shall wait for a debugger, perhaps {@link #ANY_PORT}. */
    Optional<Integer> debugPort(String service) {
        String value = values.get(debugName(service));
        return value == null || !parseBoolean(value).orElse(true) ? Optional.empty() : port(value);
    }

    boolean forwardsLogs() {
        return isOn(LOG_FORWARD, false);
    }

    Duration timeout(Declaration spec) {
        if (debugPort(spec.name()).isPresent()) {
            return FOR_EVER;
        }
        String value = values.get(TIMEOUT_FACTOR);
        double factor = value == null ? 1 : factor(value).orElse(1.0);
        return factor == 1
                ? spec.timeout()
                : Duration.ofNanos(
                        (long) Math.min(Long.MAX_VALUE, spec.timeout().toNanos() * factor));
    }

    Optional<Path> logDirectory() {
        String value = values.get(LOG_DIRECTORY);
        return value == null ? Optional.empty() : path(value);
    }

    /** In lower case. */
    public List<String> mask() {
        List<String> parts = new ArrayList<>();
        for (String part : values.getOrDefault(MASK, "").split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip().toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    private boolean isOn(String name, boolean otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : parseBoolean(value).orElse(otherwise);
    }

    private static Optional<Boolean> parseBoolean(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** {@code true} and {@code false} are valid, but are not port numbers. */
    private static Optional<Integer> port(String value) {
        if (parseBoolean(value).isPresent()) {
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
