package io.github.managedservice.internal.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the guard runs before it kills a service: a program with an absolute path, its environment without {@link
 * ProcessMark#VARIABLE}, and the limit for the command and the end of the service together.
 */
public record StopCommand(List<String> command, Path directory, Map<String, String> environment, Duration limit) {

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
