package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
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
        Stream.concat(
                        KNOWN.stream(),
                        services.stream().flatMap(service -> Stream.of(externalName(service), debugName(service))))
                .forEach(name -> given.apply(name).ifPresent(value -> values.put(name, value.strip())));
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
        require(ENABLED, Switches::parseBoolean, "true or false", problems);
        require(TIMEOUT_FACTOR, Switches::factor, "a number more than 0 and at most 1000", problems);
        require(LOG_FORWARD, Switches::parseBoolean, "true or false", problems);
        for (String service : new TreeSet<>(services)) {
            require(externalName(service), ExternalAddress::parse, "an address, as host:port", problems);
            require(debugName(service), Switches::port, "true, false or a port from 1 to 65535", problems);
        }
        require(LOG_DIRECTORY, Switches::path, "the path of a directory", problems);
        places(configured).forEach((name, place) -> {
            if (!KNOWN.contains(name) && !isOfService(name)) {
                problems.addName(place + " '" + name + "'", "name", name, "there is no such switch", valid(name));
            }
        });
        problems.throwIfAny("", exception);
    }

    private void require(String name, Function<String, Optional<?>> parse, String what, DeclarationProblems problems) {
        set(name)
                .filter(value -> parse.apply(value).isEmpty())
                .ifPresent(value -> problems.add("the switch '" + name + "'", "value", value, "it must be " + what));
    }

    public boolean enabled() {
        return set(ENABLED).flatMap(Switches::parseBoolean).orElse(true);
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
        configured.forEach(name -> places.put(name, "The configuration parameter"));
        System.getProperties().stringPropertyNames().forEach(name -> places.put(name, "The system property"));
        places.keySet().removeIf(name -> !name.startsWith(PREFIX));
        return places;
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
        return Stream.of(EXTERNAL, DEBUG)
                .anyMatch(end -> name.endsWith(end) && name.length() > PREFIX.length() + end.length());
    }

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

    Optional<ExternalAddress> external(String service) {
        return set(externalName(service)).flatMap(ExternalAddress::parse);
    }

    /** Where the JVM of a service shall wait for a debugger, perhaps {@link #ANY_PORT}. */
    Optional<Integer> debugPort(String service) {
        return set(debugName(service))
                .filter(value -> parseBoolean(value).orElse(true))
                .flatMap(Switches::port);
    }

    boolean forwardsLogs() {
        return set(LOG_FORWARD).flatMap(Switches::parseBoolean).orElse(false);
    }

    Duration timeout(Declaration spec) {
        Duration declared = spec.timeout();
        return debugPort(spec.name()).isPresent()
                ? FOR_EVER
                : set(TIMEOUT_FACTOR)
                        .flatMap(Switches::factor)
                        .map(factor -> Duration.ofNanos((long) Math.min(Long.MAX_VALUE, declared.toNanos() * factor)))
                        .orElse(declared);
    }

    Optional<Path> logDirectory() {
        return set(LOG_DIRECTORY).flatMap(Switches::path);
    }

    /** In lower case. */
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
