package io.github.managedservice.internal.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Says how the guard asks a service to stop before it kills it.
 *
 * @param command the program, already resolved to an absolute path, and its arguments
 * @param directory the working directory
 * @param environment all variables the command sees, beside {@link ProcessMark#VARIABLE}
 * @param limit how long the command and the service's end may take together
 */
public record StopCommand(List<String> command, Path directory, Map<String, String> environment, Duration limit) {

    /** Copies the collections and checks that there is a program and a limit. */
    public StopCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A stop command needs at least a program.");
        }
        if (limit.isNegative()) {
            throw new IllegalArgumentException("The limit of a stop command must not be negative: " + limit + ".");
        }
    }
}
