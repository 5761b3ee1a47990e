package io.github.managedservice.service;

import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.ProcessMark;
import io.github.managedservice.internal.process.ProgramNotFoundException;
import io.github.managedservice.internal.process.Programs;
import io.github.managedservice.internal.process.StopCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs of one service: itself, its probes, its stop command. They share mark, directory and environment.
 *
 * @param directory where they run
 * @param environment all of it
 * @param mark by which they are recognised
 */
record Launches(Path directory, Map<String, String> environment, ProcessMark mark) {

    static Launches of(ServiceSpec spec, Placeholders placeholders) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        spec.env.forEach((name, value) -> environment.put(name, placeholders.fill(value)));
        Path here = Path.of("").toAbsolutePath();
        Path directory =
                spec.directory.map(placeholders::fill).map(here::resolve).orElse(here);
        return new Launches(directory, Map.copyOf(environment), ProcessMark.next());
    }

    /** Finds the program of a command before anything is spawned, so that a missing one has a message of its own. */
    Launch of(List<String> command) throws ProgramNotFoundException {
        return new Launch(resolved(command), directory, environment, mark);
    }

    Optional<StopCommand> stopCommand(ServiceSpec spec, Placeholders placeholders) throws ProgramNotFoundException {
        if (spec.stopCommand.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = spec.stopCommand.stream().map(placeholders::fill).toList();
        return Optional.of(new StopCommand(resolved(words), directory, environment, spec.stopTimeout));
    }

    private List<String> resolved(List<String> command) throws ProgramNotFoundException {
        List<String> resolved = new ArrayList<>(command);
        resolved.set(
                0,
                Programs.find(command.get(0), directory, environment.get("PATH"))
                        .toString());
        return resolved;
    }
}
