package io.github.managedservice.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ready as soon as there is a process. */
final class StartedReadiness extends Readiness {

    private static final String PROCESS = "the process has been started";

    @Override
    ReadinessWatch watch(Starting starting) {
        CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
        return new ReadinessWatch() {
            @Override
            public CompletableFuture<Void> ready() {
                return ready;
            }

            @Override
            public ConditionState state() {
                return ConditionState.Simple.of(ConditionState.Progress.READY, PROCESS, "", Optional.empty());
            }

            @Override
            public void close() {}
        };
    }

    /** Whoever accepts a connection is taken to be ready. */
    @Override
    Readiness fromOutside() {
        return UrlReadiness.port("port");
    }

    @Override
    ConditionState unwatched(Function<Template, String> fill) {
        return ConditionState.Simple.notYet(PROCESS);
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
