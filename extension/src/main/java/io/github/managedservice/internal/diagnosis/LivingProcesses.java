package io.github.managedservice.internal.diagnosis;

import java.util.List;

/**
 * What was observed of processes while they lived. {@code holders} are other processes that had a port the service
 * wanted; {@code lingering} are ports blocked by connections of their last use; {@code running} counts the service's
 * processes when it was given up; {@code threads} are picked by {@link ThreadDump#essence}.
 */
public record LivingProcesses(
        List<Socket> listening,
        List<Elsewhere> outputElsewhere,
        List<Holder> holders,
        List<Integer> lingering,
        int running,
        List<String> threads) {

    public static final LivingProcesses NONE =
            new LivingProcesses(List.of(), List.of(), List.of(), List.of(), 0, List.of());

    public LivingProcesses {
        listening = List.copyOf(listening);
        outputElsewhere = List.copyOf(outputElsewhere);
        holders = List.copyOf(holders);
        lingering = List.copyOf(lingering);
        threads = List.copyOf(threads);
    }

    /** A socket on which the service listened; an IPv6 address has brackets. */
    public record Socket(long pid, String host, int port) {

        /** Whether a connection to a host on this port reaches this socket. */
        boolean answersFor(String asked) {
            return switch (host) {
                case "0.0.0.0", "[::]" -> true;
                case "127.0.0.1", "[::1]" -> asked.equals(host) || asked.equals("localhost");
                default -> asked.equals(host);
            };
        }

        String address() {
            return host + ":" + port;
        }

        @Override
        public String toString() {
            return address() + " (pid " + pid + ")";
        }
    }

    /**
     * A process that had a port the service wanted. Its age is in words; {@code forContainer} means that it passes
     * connections to a container, which may be the service's.
     */
    public record Holder(int port, long pid, String command, String age, boolean forContainer) {}

    /**
     * Output of a process that went to a file; {@code isService} is false for a child of the process that was started.
     */
    public record Elsewhere(long pid, String program, boolean isService, String stream, String target) {}
}
