package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The interpreter in the first line of a script cannot be run. */
final class InterpreterHint implements Hint {

    private static final int LONGEST = 1024;

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.exitedWith(126, 127)) {
            return Stream.empty();
        }
        String file = evidence.launched().command().get(0);
        return firstLine(Path.of(file))
                .filter(line -> line.startsWith("#!"))
                .flatMap(line -> explain(file, line.substring(2), evidence.launched()))
                .stream();
    }

    private static Optional<String> explain(String file, String line, Launched launched) {
        String[] words = line.strip().split("\\s+", -1);
        String interpreter = words[0];
        if (line.endsWith("\r")) {
            return Optional.of("the first line of '" + file + "' ends in CR LF, as on Windows, so that '"
                    + words[words.length - 1] + "\\r' is looked for: save the file with LF as line ends");
        }
        if (!Files.exists(Path.of(interpreter))) {
            return Optional.of("the first line of '" + file + "' names the interpreter '" + interpreter
                    + "', which does not exist");
        }
        if (!Files.isExecutable(Path.of(interpreter))) {
            return Optional.of("the first line of '" + file + "' names the interpreter '" + interpreter
                    + "', which is not executable");
        }
        return Arrays.stream(words)
                .skip(1)
                .filter(word -> interpreter.endsWith("/env") && !word.startsWith("-"))
                .findFirst()
                .filter(program -> !isInPath(program, launched))
                .map(program -> "the first line of '" + file + "' runs '" + program
                        + "' through env, but no directory of PATH '" + launched.path() + "' contains '" + program
                        + "'");
    }

    private static boolean isInPath(String program, Launched launched) {
        return Stream.of(launched.path().split(":", -1))
                .map(element -> launched.directory().resolve(element).resolve(program))
                .anyMatch(Files::isExecutable);
    }

    private static Optional<String> firstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            int end = start.indexOf('\n');
            return Optional.of(end < 0 ? start : start.substring(0, end));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
