package io.github.managedservice.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Ready as soon as there is a process. */
final class StartedReadiness extends Readiness {

    @Override
    ReadinessWatch watch(Starting starting) {
        CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
        return new ReadinessWatch() {
            @Override
            public CompletableFuture<Void> ready() {
                return ready;
            }

            @Override
            public List<String> states() {
                return List.of(ReadinessWatch.state(ready, "the process has been started", ""));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    Stream<Template> templates() {
        return Stream.empty();
    }

    @Override
    List<String> groups() {
        return List.of();
    }
}
