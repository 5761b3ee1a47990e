package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Plays many rounds, some side by side. */
final class Harness {

    private static final Duration GONE_LIMIT = Duration.ofSeconds(5);

    private final Path rounds;
    private final int parallel;
    private final Optional<Path> library;

    Harness(Path rounds, int parallel, Optional<Path> library) {
        this.rounds = rounds;
        this.library = library;
        this.parallel = parallel;
    }

    /** Plays them all; each outcome is shown as soon as it is known, in the order of the plan. */
    void play(List<Round> plan, Consumer<Outcome> show) {
        ExecutorService threads = Executors.newFixedThreadPool(parallel, task -> {
            Thread thread = new Thread(task, "guarantee-round");
            thread.setDaemon(true);
            return thread;
        });
        try (Hand hand = Hand.start();
                Neighbour neighbour = Neighbour.start(rounds, hand)) {
            RoundRunner runner = new RoundRunner(rounds, library, neighbour.processes(), hand, GONE_LIMIT);
            List<Future<Outcome>> outcomes = new ArrayList<>();
            plan.forEach(round -> outcomes.add(threads.submit(() -> runner.play(round))));
            for (Future<Outcome> outcome : outcomes) {
                show.accept(outcome.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A round could not be played.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The harness was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
