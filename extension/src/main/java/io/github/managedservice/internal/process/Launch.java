package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ProcessMark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program, resolved to an absolute path, with its arguments, and the environment without {@link
 * ProcessMark#VARIABLE}.
 */
public record Launch(List<String> command, Path directory, Map<String, String> environment, ProcessMark mark) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command needs at least a program.");
        }
    }
}
