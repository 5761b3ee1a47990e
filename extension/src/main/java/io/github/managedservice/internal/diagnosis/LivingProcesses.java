package io.github.managedservice.internal.diagnosis;

import java.util.List;

/**
 * What was seen of processes while they lived.
 *
 * @param listening where those of the service listened
 * @param outputElsewhere output of the service that did not come to us
 * @param holders others that held a port the service wanted
 * @param lingering ports that the service found in use by nobody: connections of their last use linger on them
 * @param running how many of the service there were when it was given up
 * @param threads what those of Java did, as {@link ThreadDump#essence} picks it
 */
public record LivingProcesses(
        List<Socket> listening,
        List<Elsewhere> outputElsewhere,
        List<Holder> holders,
        List<Integer> lingering,
        int running,
        List<String> threads) {

    /** Nobody was looked at. */
    public static final LivingProcesses NONE =
            new LivingProcesses(List.of(), List.of(), List.of(), List.of(), 0, List.of());

    /** Copies the lists. */
    public LivingProcesses {
        listening = List.copyOf(listening);
        outputElsewhere = List.copyOf(outputElsewhere);
        holders = List.copyOf(holders);
        lingering = List.copyOf(lingering);
        threads = List.copyOf(threads);
    }

    /**
     * A socket on which the service listened.
     *
     * @param pid the process
     * @param host the address, an IPv6 one in brackets
     * @param port the port
     */
    public record Socket(long pid, String host, int port) {

        /** Whether who connects to a host on this port gets here. */
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
     * A process that held a port which the service wanted.
     *
     * @param port the port
     * @param pid the process
     * @param command its command line
     * @param age how long it had been running, in words
     * @param forContainer whether it passes connections on to a container that the service may have started
     */
    public record Holder(int port, long pid, String command, String age, boolean forContainer) {}

    /**
     * Output of a process of the service that went somewhere else.
     *
     * @param pid the process
     * @param program its program
     * @param isService whether it is the process that was started, and not a child of it
     * @param stream standard output or standard error
     * @param target the file
     */
    public record Elsewhere(long pid, String program, boolean isService, String stream, String target) {}
}
