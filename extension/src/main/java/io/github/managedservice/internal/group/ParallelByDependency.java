package io.github.managedservice.internal.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Does a job for several services, each after those it waits for, and independent ones at the same time. */
final class ParallelByDependency {

    private final String job;
    private final Consumer<String> work;
    private final boolean stopAtFailure;
    private final Map<String, Set<String>> waiting = new LinkedHashMap<>();
    private final Map<String, Thread> running = new HashMap<>();
    private final BlockingQueue<Done> finished = new LinkedBlockingQueue<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean cancelled;
    private boolean interrupted;

    private ParallelByDependency(String job, Consumer<String> work, boolean stopAtFailure) {
        this.job = job;
        this.work = work;
        this.stopAtFailure = stopAtFailure;
    }

    /** Does the job for all, whatever happens to one. The first failure is thrown, the others suppressed. */
    static void all(String job, Map<String, Set<String>> after, Consumer<String> work) {
        new ParallelByDependency(job, work, false).run(after);
    }

    /** The same, but after the first failure nothing more is begun, and what is under way is interrupted. */
    static void untilFailure(String job, Map<String, Set<String>> after, Consumer<String> work) {
        new ParallelByDependency(job, work, true).run(after);
    }

    private void run(Map<String, Set<String>> after) {
        for (Map.Entry<String, Set<String>> entry : after.entrySet()) {
            waiting.put(entry.getKey(), new HashSet<>(entry.getValue()));
        }
        begin();
        while (!running.isEmpty()) {
            awaitOne();
            begin();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!failures.isEmpty()) {
            rethrow(failures.get(0), failures.subList(1, failures.size()));
        }
        if (!waiting.isEmpty()) {
            // Only an interrupt cancels without a failure: those under way may have been done all the same.
            throw new IllegalStateException("The thread was interrupted before the " + job + " of "
                    + String.join(", ", waiting.keySet()) + " could begin");
        }
    }

    private static void rethrow(Throwable first, List<Throwable> others) {
        others.forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first;
    }

    private void begin() {
        if (cancelled || waiting.isEmpty()) {
            return;
        }
        List<String> free = free();
        waiting.keySet().removeAll(free);
        if (free.size() == 1 && running.isEmpty()) {
            // The common case: no thread is needed to wait for one service.
            conclude(finish(free.get(0)));
            begin();
            return;
        }
        for (String name : free) {
            beginOnThread(name);
        }
    }

    private List<String> free() {
        List<String> free = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : waiting.entrySet()) {
            if (entry.getValue().isEmpty()) {
                free.add(entry.getKey());
            }
        }
        return free;
    }

    private void beginOnThread(String name) {
        Thread thread = new Thread(() -> finished.add(finish(name)), "service-" + name + "-" + job);
        thread.setDaemon(true);
        running.put(name, thread);
        thread.start();
        if (interrupted) {
            // An interrupt means hurry.
            thread.interrupt();
        }
    }

    private Done finish(String name) {
        try {
            work.accept(name);
            return new Done(name, Optional.empty());
        } catch (RuntimeException | Error e) {
            return new Done(name, Optional.of(e));
        }
    }

    private void awaitOne() {
        try {
            conclude(finished.take());
        } catch (InterruptedException e) {
            interrupted = true;
            cancel();
        }
    }

    private void conclude(Done done) {
        running.remove(done.name());
        for (Set<String> others : waiting.values()) {
            others.remove(done.name());
        }
        if (done.failure().isPresent()) {
            fail(done.failure().get());
        }
    }

    private void fail(Throwable failure) {
        // What fails after it was interrupted says no more than that.
        if (!cancelled || failures.isEmpty()) {
            failures.add(failure);
        }
        if (stopAtFailure) {
            cancel();
        }
    }

    private void cancel() {
        cancelled |= stopAtFailure;
        running.values().forEach(Thread::interrupt);
    }

    private record Done(String name, Optional<Throwable> failure) {}
}
