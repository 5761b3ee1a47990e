package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the processes of a round have said of themselves, one line each; read a little further each time. */
final class Roster {

    private final Path file;
    private final Set<Identity> identities = new HashSet<>();
    private Optional<Identity> root = Optional.empty();
    private int lines;
    private long offset;

    Roster(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    Set<Identity> identities() {
        readOn();
        return identities;
    }

    /** The process that was started as the service. */
    Optional<Identity> root() {
        readOn();
        return root;
    }

    int lines() {
        readOn();
        return lines;
    }

    /** Grows as long as somebody forks who enrols its children. */
    long size() {
        return file.toFile().length();
    }

    Instant lastWrite() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readOn() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(offset);
            byte[] bytes = new byte[(int) (in.length() - offset)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.US_ASCII);
            int end = text.lastIndexOf('\n') + 1;
            offset += end;
            text.substring(0, end).lines().forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        lines++;
        String[] words = line.split(" ", -1);
        // A start time of "-": there was no /proc, or no time to look.
        if (words.length == 3 && !words[1].equals("-")) {
            Identity identity = new Identity(Long.parseLong(words[0]), Long.parseLong(words[1]));
            identities.add(identity);
            if (words[2].equals("root")) {
                root = Optional.of(identity);
            }
        }
    }
}
