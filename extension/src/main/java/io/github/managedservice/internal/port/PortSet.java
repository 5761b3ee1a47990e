package io.github.managedservice.internal.port;

import java.util.BitSet;

/** A set of port numbers, written the way Linux writes one: {@code 8080,9148-9200}. */
final class PortSet {

    private final BitSet ports = new BitSet();

    private PortSet() {}

    static PortSet parse(String text) {
        PortSet set = new PortSet();
        for (String range : text.strip().split(",", -1)) {
            if (!range.isEmpty()) {
                String[] ends = range.split("-", 2);
                set.ports.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return set;
    }

    boolean contains(int port) {
        return ports.get(port);
    }

    PortSet and(PortSet other) {
        PortSet both = new PortSet();
        both.ports.or(ports);
        both.ports.or(other.ports);
        return both;
    }
}
