package io.github.managedservice.integration.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks the engine, as a user would who wants to know what is left. */
final class Docker {

    private Docker() {}

    /** All containers, those too that do not run, as their names and states. */
    static List<String> containers() throws IOException {
        return run("ps", "--all", "--format", "{{.Names}} {{.State}}").lines().toList();
    }

    /** The networks that somebody has made. */
    static List<String> networks() throws IOException {
        return run("network", "ls", "--filter", "type=custom", "--format", "{{.Name}}")
                .lines()
                .toList();
    }

    static String run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process docker = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(docker.getInputStream().readAllBytes(), UTF_8);
        int exitCode = docker.onExit().join().exitValue();
        if (exitCode != 0) {
            throw new IOException(String.join(" ", command) + ": exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
