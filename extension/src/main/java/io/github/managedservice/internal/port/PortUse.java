package io.github.managedservice.internal.port;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says on which addresses a TCP port is in use.
 *
 * @param takenOn the addresses on which it cannot be bound, empty if it is free
 * @param why the system's words, empty if it is free
 */
record PortUse(List<String> takenOn, String why) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    PortUse {
        takenOn = List.copyOf(takenOn);
    }

    /** Looks as a server without SO_REUSEADDR does: to that, a port with connections in TIME_WAIT is taken. */
    static PortUse strict(int port) throws IOException {
        return of(port, false);
    }

    /**
     * Looks as most servers do, with SO_REUSEADDR: a fixed port can be claimed again right after its last use.
     *
     * <p>Not on Windows, where the option shares a port with whoever listens already (Winsock documentation, "Using
     * SO_REUSEADDR and SO_EXCLUSIVEADDRUSE"), and where TIME_WAIT is no obstacle.
     */
    static PortUse lenient(int port) throws IOException {
        return of(port, !WINDOWS);
    }

    boolean isFree() {
        return takenOn.isEmpty();
    }

    private static PortUse of(int port, boolean reuseAddress) throws IOException {
        List<String> takenOn = new ArrayList<>();
        String why = "";
        boolean seesIpv6 = false;
        for (LocalAddress address : LocalAddress.all()) {
            seesIpv6 |= address.isIpv6();
            Optional<String> obstacle = address.obstacle(port, reuseAddress);
            // A wildcard cannot be bound where a loopback address is taken: it has nothing to add then.
            if (obstacle.isPresent() && (takenOn.isEmpty() || !address.isWildcard())) {
                takenOn.add(address.text());
                why = obstacle.get();
            }
        }
        if (!seesIpv6 && Ipv6Table.read().hasListener(port)) {
            takenOn.add("an IPv6 address");
            why = "there is a listener";
        }
        return new PortUse(takenOn, why);
    }
}
