package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.diagnosis.LivingProcesses.Socket;
import io.github.managedservice.internal.readiness.Expected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service listens elsewhere than where the ready check connects. */
final class ListeningHint implements Hint {

    /** Other names may stand for anything. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.isRunning()) {
            return Stream.empty();
        }
        return evidence.unmet().stream()
                .filter(Expected.Answer.class::isInstance)
                .map(Expected.Answer.class::cast)
                .filter(asked -> LOOPBACK.contains(asked.host()))
                .flatMap(asked -> explain(asked, evidence.launched(), evidence.living()).stream());
    }

    private static Optional<String> explain(Expected.Answer asked, Launched launched, LivingProcesses living) {
        String address = asked.host() + ":" + asked.port();
        List<Socket> onPort = living.listening().stream()
                .filter(socket -> socket.port() == asked.port())
                .toList();
        if (onPort.stream().anyMatch(socket -> socket.answersFor(asked.host()))) {
            return Optional.empty();
        }
        if (!onPort.isEmpty()) {
            return Optional.of("the service listens on " + list(onPort) + ", and not on " + address
                    + ", where the ready check connects: have the service listen on " + asked.host()
                    + ", or the ready check connect to " + onPort.get(0).address());
        }
        if (living.holders().stream().anyMatch(holder -> holder.port() == asked.port())) {
            return Optional.empty();
        }
        if (!living.listening().isEmpty()) {
            return Optional.of("the service listens on " + list(living.listening()) + ", and not on port "
                    + asked.port() + ", where the ready check connects" + otherPort(asked.port(), launched, living));
        }
        return Optional.of(
                "no process of the service was seen to listen on a TCP port: a server may need more time, or hang"
                        + " before it opens its port; a service that opens none needs another ready check");
    }

    private static String otherPort(int port, Launched launched, LivingProcesses living) {
        if (launched.mentions(port)) {
            boolean someAreOpen = living.listening().stream()
                    .anyMatch(socket -> launched.ports().contains(socket.port()));
            return someAreOpen
                    ? ", although that was passed to it too: it may need more time, by 'timeout', or on a slow machine"
                            + " by 'managedservice.timeout.factor'"
                    : ", although that was passed to it: it may read its port from elsewhere, or need more time";
        }
        return launched.ports().contains(port)
                ? ": pass '${port}' to the command"
                : ": have the service listen there, or the ready check connect to "
                        + living.listening().get(0).address();
    }

    private static String list(List<Socket> sockets) {
        return sockets.stream().map(Socket::toString).collect(Collectors.joining(", "));
    }
}
