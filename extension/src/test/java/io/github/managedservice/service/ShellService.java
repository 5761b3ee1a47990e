package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.List;

/** Declares services that are a few words of shell. */
final class ShellService {

    private ShellService() {}

    /** Runs {@code sh -c script sh arguments}. */
    static ServiceSpec.Builder of(String name, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return ServiceSpec.builder(command.toArray(String[]::new)).name(name);
    }
}
