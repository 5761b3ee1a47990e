package io.github.managedservice.guarantee;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A named pipe that all processes of a round hold open, so that the kernel tells when the last of them is gone: to look
 * for them takes a processor, which those who end them would lack.
 */
final class Lifeline implements AutoCloseable {

    /** Who opens a pipe that somebody holds open for writing need not wait. */
    private static final Duration OPEN_LIMIT = Duration.ofMillis(20);

    private static final Duration TICK = Duration.ofMillis(1);

    private final Path pipe;
    private final Thread listener;
    private volatile boolean open;
    private volatile Optional<Moment> end = Optional.empty();

    private Lifeline(Path pipe) {
        this.pipe = pipe;
        this.listener = new Thread(this::listen, "guarantee-lifeline");
        listener.setDaemon(true);
    }

    static void create(Path pipe) throws IOException {
        Process mkfifo = new ProcessBuilder("mkfifo", "-m", "666", pipe.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (mkfifo.onExit().join().exitValue() != 0) {
            throw new IOException("Cannot make the pipe " + pipe + ".");
        }
    }

    /** Listens from now on. */
    static Lifeline listen(Path pipe) {
        Lifeline lifeline = new Lifeline(pipe);
        lifeline.listener.start();
        return lifeline;
    }

    /**
     * When the last one let go of it, with something done every millisecond until then; empty if somebody still holds it
     * that long after the given moment, or nobody ever did.
     */
    Optional<Moment> awaitEnd(Moment since, Duration limit, Runnable meanwhile) {
        Moment begin = Moment.now();
        while (end.isEmpty() && !since.isOlderThan(limit) && (open || !begin.isOlderThan(OPEN_LIMIT))) {
            meanwhile.run();
            Pause.of(TICK);
        }
        return end;
    }

    private void listen() {
        try (FileInputStream in = new FileInputStream(pipe.toFile())) {
            open = true;
            if (in.read() < 0) {
                end = Optional.of(Moment.now());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the listener, whether it waits for somebody to open the pipe or for the last to close it. */
    @Override
    public void close() {
        try (RandomAccessFile last = new RandomAccessFile(pipe.toFile(), "rw")) {
            last.write(0);
            listener.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
