package io.github.managedservice.internal.port;

import io.github.managedservice.internal.os.ListeningSocket;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses on which a TCP port cannot be bound, and the system's message; both empty if it is free. */
record PortUse(List<String> takenOn, String why) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    PortUse {
        takenOn = List.copyOf(takenOn);
    }

    /** Looks as a server without SO_REUSEADDR does, which cannot bind a port with connections in TIME_WAIT. */
    static PortUse strict(int port) throws IOException {
        return of(port, false);
    }

    /**
     * Looks as most servers do, with SO_REUSEADDR: a fixed port can be claimed again right after its last use.
     *
     * <p>Not on Windows, where the option shares a port with a listener (Winsock documentation, "Using SO_REUSEADDR and
     * SO_EXCLUSIVEADDRUSE"), and where TIME_WAIT is no obstacle.
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
            // A wildcard cannot be bound where a loopback address is taken, so then it adds nothing.
            if (obstacle.isPresent() && (takenOn.isEmpty() || !address.isWildcard())) {
                takenOn.add(address.text());
                why = obstacle.get();
            }
        }
        if (!seesIpv6 && ListeningSocket.isOnIpv6(port)) {
            takenOn.add("an IPv6 address");
            why = "there is a listener";
        }
        return new PortUse(takenOn, why);
    }
}
