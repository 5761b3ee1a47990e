package io.github.managedservice.guarantee.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;

/** The files by which the harness and the JVM it ends talk to each other, whoever has started that JVM. */
final class RoundFiles {

    /** Where they are, and where the service's script is: a system property, for placeholders can name one. */
    static final String DIRECTORY = "guarantee.round";

    private static final Path ROUND = Path.of(System.getProperty(DIRECTORY, "."));
    private static final long PAUSE_NANOS = 1_000_000;

    private RoundFiles() {}

    /** Tells that the round has come to where it is to end. */
    static void ready() {
        create("ready");
    }

    /** Waits for the harness to say that the end may come. */
    static void awaitOrder() {
        await("order");
    }

    static void await(String file) {
        while (Files.notExists(ROUND.resolve(file))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    static void result(String text) {
        try {
            Path draft = ROUND.resolve("result.draft");
            Files.writeString(draft, text);
            Files.move(draft, ROUND.resolve("result"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of the directory's name, in the arguments of all processes of the round. */
    static String token() {
        return ROUND.getFileName().toString();
    }

    private static void create(String name) {
        try {
            Files.write(ROUND.resolve(name), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
