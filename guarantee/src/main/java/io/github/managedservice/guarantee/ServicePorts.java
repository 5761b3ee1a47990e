package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ports that the services of a round were given, as their scripts have noted them. */
final class ServicePorts {

    /** The last covers every address of the machine, IPv6 too: the JDK's socket for it is a dual-stack one. */
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1", "0.0.0.0");

    private static final Duration TICK = Duration.ofMillis(50);

    private final RoundDirectory directory;

    ServicePorts(RoundDirectory directory) {
        this.directory = directory;
    }

    /** Empty as long as no service has begun to run. */
    List<Integer> all() {
        return directory.lines("ports").stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .map(Integer::valueOf)
                .toList();
    }

    /**
     * Those that cannot be bound as a server does it, and not a while later either: the rounds beside this one try ports
     * out, and may be given one that this one has just returned.
     */
    List<Survivor> taken(Duration patience) {
        Moment began = Moment.now();
        List<Survivor> taken = takenNow();
        while (!taken.isEmpty() && !began.isOlderThan(patience)) {
            Pause.of(TICK);
            taken = takenNow();
        }
        return taken;
    }

    private List<Survivor> takenNow() {
        List<Survivor> taken = new ArrayList<>();
        for (int port : all()) {
            for (String address : ADDRESSES) {
                obstacle(address, port).ifPresent(why -> taken.add(Survivor.port(port, address, why)));
            }
        }
        return taken;
    }

    private static Optional<String> obstacle(String host, int port) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                return Optional.empty();
            }
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
                return Optional.empty();
            }
        } catch (SocketException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
