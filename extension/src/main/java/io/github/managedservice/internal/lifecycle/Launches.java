package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.declaration.Words;
import io.github.managedservice.internal.diagnosis.Ending;
import io.github.managedservice.internal.diagnosis.Evidence;
import io.github.managedservice.internal.diagnosis.Hints;
import io.github.managedservice.internal.diagnosis.Launched;
import io.github.managedservice.internal.guard.StopCommand;
import io.github.managedservice.internal.os.LaunchException;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.Platform;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProgramNotFoundException;
import io.github.managedservice.internal.os.Programs;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.WorkingDirectory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of one service: itself, its probes, its stop command. They share mark, directory and environment. An
 * obstacle prevents all of them.
 */
record Launches(Path directory, Map<String, String> environment, ProcessMark mark, Optional<String> obstacle) {

    static Launches of(Declaration spec, Placeholders placeholders) {
        Map<String, String> environment = Platform.HERE.variables(System.getenv());
        Optional<String> obstacle = Optional.empty();
        for (Map.Entry<String, Template> variable : spec.env().entrySet()) {
            String value = placeholders.fill(variable.getValue());
            if (obstacle.isEmpty() && !value.equals(environment.get(variable.getKey()))) {
                obstacle = obstacle("'env' " + variable.getKey(), variable.getKey() + value);
            }
            environment.put(variable.getKey(), value);
        }
        Path directory = WorkingDirectory.path();
        if (spec.directory().isPresent()) {
            String declared = placeholders.fill(spec.directory().get());
            try {
                directory = directory.resolve(declared);
            } catch (InvalidPathException e) {
                String element = "'directory' '" + declared + "'";
                obstacle = obstacle(element, declared)
                        .or(() -> Optional.of(element + " cannot be a path: " + e.getReason() + "."));
            }
        }
        return new Launches(directory, Map.copyOf(environment), MarkNumbers.newMark(), obstacle);
    }

    /**
     * Finds the program before anything is spawned, so that a missing program, and a word that no program can get, have
     * messages of their own.
     */
    Launch of(String element, List<String> command) throws LaunchException {
        return new Launch(resolved(element, command), directory, environment, mark);
    }

    /** The same, with the hints in the message. */
    Launch ofProbe(List<String> command) throws LaunchException {
        try {
            return of("readyCommand", command);
        } catch (ProgramNotFoundException e) {
            Launched missing = new Launched(command, directory, environment, Set.of());
            List<String> hints = Hints.from(Evidence.ofNoProcess(missing, new Ending.NeverRan(e.program())));
            if (hints.isEmpty()) {
                throw e;
            }
            String message = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
            throw new LaunchException(message + " (" + String.join("; ", hints) + ").");
        }
    }

    StopCommand stopCommand(Declaration spec, List<String> command) throws LaunchException {
        return new StopCommand(resolved("stopCommand", command), directory, environment, spec.stopTimeout());
    }

    private List<String> resolved(String element, List<String> command) throws LaunchException {
        Optional<String> unfit = obstacle;
        for (int i = 0; i < command.size() && unfit.isEmpty(); i++) {
            unfit = obstacle(Words.indexed(element, i, command.size()), command.get(i));
        }
        if (unfit.isPresent()) {
            throw new LaunchException(unfit.get());
        }
        List<String> resolved = new ArrayList<>(command);
        Path program = Programs.find(command.get(0), directory, environment);
        resolved.set(0, WorkingDirectory.word(program, directory));
        return resolved;
    }

    private static Optional<String> obstacle(String what, String text) {
        Optional<String> obstacle = NativeText.obstacle(text);
        return obstacle.isEmpty() ? obstacle : Optional.of(what + ' ' + obstacle.get() + '.');
    }
}
