package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.ServiceSpec;
import java.util.ArrayList;
import java.util.List;

/** Declares services that are a few words of shell. */
public final class ShellService {

    private ShellService() {}

    /** Runs {@code sh -c script sh arguments}. */
    public static ServiceSpec.Builder of(String name, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return ServiceSpec.builder(command.toArray(String[]::new)).name(name);
    }
}
