package io.github.managedservice.internal.diagnosis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was launched. {@code ports} are those that the service has for itself. */
public record Launched(List<String> command, Path directory, Map<String, String> environment, Set<Integer> ports) {

    public Launched {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = Set.copyOf(ports);
    }

    /** Without its folder. */
    String programName() {
        String program = command.get(0);
        return program.substring(program.lastIndexOf('/') + 1);
    }

    /** Whether the command or a variable contains the number. */
    boolean mentions(int number) {
        Pattern words = Pattern.compile("(?<!\\d)" + number + "(?!\\d)");
        return Stream.concat(command.stream(), environment.values().stream())
                .anyMatch(text -> words.matcher(text).find());
    }

    /** Without PATH, execvp(3) has a default. */
    String path() {
        return environment.getOrDefault("PATH", "/bin:/usr/bin");
    }
}
