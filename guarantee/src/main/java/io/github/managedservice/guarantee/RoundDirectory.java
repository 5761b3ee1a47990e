package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The files of one round, in a directory whose name is the round's token. */
final class RoundDirectory {

    /** Tokens are arguments of {@code sleep} too: more than 31 years, and a digit more is still a number to it. */
    private static final long SHORTEST = 1_000_000_000;

    private final Path path;

    private RoundDirectory(Path path) {
        this.path = path;
    }

    static RoundDirectory create(Path parent, String script) {
        long token = ThreadLocalRandom.current().nextLong(SHORTEST, 2 * SHORTEST);
        RoundDirectory directory = new RoundDirectory(parent.resolve(Long.toString(token)));
        try {
            // The library's logs go to the build folder of the working directory, if there is one.
            Files.createDirectories(directory.path.resolve("target"));
            Files.createDirectories(directory.path.resolve("temp"));
            Files.writeString(directory.path.resolve("pom.xml"), "");
            Files.writeString(directory.path.resolve("habit.sh"), script);
            Files.createFile(directory.roster());
            Lifeline.create(directory.lifeline());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    Path path() {
        return path;
    }

    String token() {
        return path.getFileName().toString();
    }

    Path roster() {
        return path.resolve("roster");
    }

    Path lifeline() {
        return path.resolve("lifeline");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    List<String> lines(String name) {
        try {
            return has(name) ? Files.readAllLines(path.resolve(name)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
