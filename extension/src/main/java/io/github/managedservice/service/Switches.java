package io.github.managedservice.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be switched from outside, for all services of a test run. With JUnit the switches are configuration
 * parameters, without it system properties.
 *
 * @since 0.1.0
 */
public final class Switches {

    private static final String MASK = "managedservice.mask";

    private final Function<String, Optional<String>> values;

    private Switches(Function<String, Optional<String>> values) {
        this.values = values;
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
     */
    public static Switches ofSystemProperties() {
        return of(name -> Optional.ofNullable(System.getProperty(name)));
    }

    /** Further parts of names whose values are secret, in lower case: {@code managedservice.mask}, between commas. */
    List<String> mask() {
        return values.apply(MASK).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
