package io.github.managedservice.internal.port;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Leases in a JVM of its own, then lives until its standard input ends. */
final class LeasingProgram {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LeasingProgram() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<PortLease> leases = new ArrayList<>();
        switch (arguments[0]) {
            case "lease" -> {
                OUT.println("waiting");
                in.readLine();
                lease(Integer.parseInt(arguments[1]), leases);
                OUT.println(leases.stream().map(lease -> "" + lease.port()).collect(Collectors.joining(" ")));
            }
            case "claim" -> claim(Integer.parseInt(arguments[1]), leases);
            case "parent" -> {
                claim(Integer.parseInt(arguments[1]), leases);
                OUT.println(startChild());
            }
            case "idle" -> OUT.println("idle");
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        in.lines().forEach(line -> {});
        leases.forEach(PortLease::close);
    }

    /** Begins at the first candidate, as every other JVM here: they would not meet by chance. */
    private static void lease(int count, List<PortLease> leases) throws IOException {
        CandidatePorts candidates = CandidatePorts.of(PortSet.ofThisKernel(), 0);
        while (leases.size() < count) {
            leases.add(PortLease.lease(candidates));
        }
    }

    private static void claim(int port, List<PortLease> leases) {
        try {
            leases.add(PortLease.claim(port));
            OUT.println("claimed");
        } catch (IOException e) {
            OUT.println(e.getMessage());
        }
    }

    /** Starts a child that lives as long as somebody holds the input it shares with this program. */
    private static long startChild() throws IOException {
        return LeasingJvm.builder(List.of(), "idle")
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .pid();
    }
}
