package io.github.managedservice.internal.readiness;

import java.util.regex.Pattern;

/** Something that did not come in time. */
public sealed interface Expected {

    /** So many lines that match. */
    record Line(Pattern pattern, int times) implements Expected {}

    /** An answer on a port; an IPv6 address has brackets. */
    record Answer(String host, int port) implements Expected {}
}
