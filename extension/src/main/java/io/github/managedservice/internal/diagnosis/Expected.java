package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;

/** Something that a service was waited for in vain. */
public sealed interface Expected {

    /**
     * A line.
     *
     * @param pattern what it had to match
     * @param times how many such lines were wanted
     */
    record Line(Pattern pattern, int times) implements Expected {}

    /**
     * An answer on a port.
     *
     * @param host where it was asked, an IPv6 address in brackets
     * @param port where it was asked
     */
    record Answer(String host, int port) implements Expected {}
}
