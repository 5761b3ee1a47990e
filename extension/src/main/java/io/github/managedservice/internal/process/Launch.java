package io.github.managedservice.internal.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Says what to run, where, and with what environment.
 *
 * @param command the program, already resolved to an absolute path, and its arguments
 * @param directory the working directory
 * @param environment all variables the service sees, beside {@link ProcessMark#VARIABLE}
 * @param mark the mark the service and its descendants will carry
 */
public record Launch(List<String> command, Path directory, Map<String, String> environment, ProcessMark mark) {

    /** Copies the collections and checks that there is a program. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command needs at least a program.");
        }
    }
}
