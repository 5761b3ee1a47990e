package io.github.managedservice.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A condition that is being watched during one start. */
interface ReadinessWatch extends AutoCloseable {

    /** Completes when the condition holds. */
    CompletableFuture<Void> ready();

    /** How things stand, a line for each simple condition: {@code waiting: GET /health: status 503 (41 attempts)}. */
    List<String> states();

    /** Stops watching, at once. */
    @Override
    void close();

    /** How one simple condition stands. */
    static String state(CompletableFuture<Void> ready, String condition, String lastAnswer) {
        return ready.isDone() ? "ready:   " + condition : "waiting: " + condition + ": " + lastAnswer;
    }
}
