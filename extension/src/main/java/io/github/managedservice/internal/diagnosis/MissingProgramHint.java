package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.EditDistance;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program was not found: says what prevents that, or which programs have a similar name. */
final class MissingProgramHint implements Hint {

    private static final int SHOWN = 3;

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!(evidence.ending() instanceof Ending.NeverRan never)
                || never.program().isEmpty()) {
            return Stream.empty();
        }
        try {
            Optional<String> whole = withSpaces(evidence.launched());
            return whole.isPresent()
                    ? Stream.of("'" + whole.get() + "' exists: quote it")
                    : explain(never.program(), evidence.launched());
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** A program with spaces in its path, which was split into words. */
    private static Optional<String> withSpaces(Launched launched) {
        StringBuilder program = new StringBuilder(launched.command().get(0));
        for (String word : launched.command().subList(1, launched.command().size())) {
            program.append(' ').append(word);
            if (Files.isRegularFile(launched.directory().resolve(program.toString()))) {
                return Optional.of(program.toString());
            }
        }
        return Optional.empty();
    }

    private static Stream<String> explain(String program, Launched launched) {
        Path file = launched.directory().resolve(program).normalize();
        if (!program.contains("/")) {
            return Stream.concat(
                    Files.isRegularFile(file)
                            ? Stream.of(
                                    "'" + file + "' exists, but only PATH is searched for a name without '/': write './"
                                            + program + "'")
                            : Stream.empty(),
                    similar(program, inPath(launched)));
        }
        if (Files.isRegularFile(file)) {
            return Stream.of("'" + file + "' has no execute permission for this user: 'chmod +x' gives it");
        }
        if (Files.isDirectory(file)) {
            return Stream.empty();
        }
        Path missing = file;
        for (Path folder = file.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
            missing = folder;
        }
        Path folder = missing.getParent();
        Stream<String> similar =
                similar(String.valueOf(missing.getFileName()), folder == null ? List.of() : List.of(folder));
        return missing.equals(file)
                ? similar
                : Stream.concat(Stream.of("the directory '" + missing + "' does not exist"), similar);
    }

    private static List<Path> inPath(Launched launched) {
        return Stream.of(launched.path().split(":", -1))
                .filter(element -> !element.isEmpty())
                .map(launched.directory()::resolve)
                .distinct()
                .toList();
    }

    private static Stream<String> similar(String name, List<Path> folders) {
        // Only the first of several programs with one name is run; also, /bin is often a link to /usr/bin.
        Map<Path, Path> found = new LinkedHashMap<>();
        folders.forEach(folder -> similar(name, folder).forEach(file -> found.putIfAbsent(file.getFileName(), file)));
        if (found.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of("did you mean "
                + found.values().stream()
                        .sorted(Comparator.comparingInt((Path file) -> distance(name, file))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(SHOWN)
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(" or ", "", "?")));
    }

    private static List<Path> similar(String name, Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isSimilar(name, file))) {
            files.forEach(found::add);
            return found;
        } catch (IOException missing) {
            return List.of();
        }
    }

    private static boolean isSimilar(String name, Path file) {
        return distance(name, file) <= Math.max(1, name.length() / 4);
    }

    private static int distance(String name, Path file) {
        String other = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Math.abs(other.length() - name.length()) > name.length() / 4 + 1
                ? Integer.MAX_VALUE
                : EditDistance.typed(name.toLowerCase(Locale.ROOT), other);
    }
}
