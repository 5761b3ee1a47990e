package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.diagnosis.ThreadDump;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks the Java virtual machines of a service what their threads do; they answer in the service's output. */
final class ThreadQuestion {

    /** A machine on which the start took long needs longer for the answer, too. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern END = Pattern.compile(ThreadDump.END);

    private ThreadQuestion() {}

    /** What main and deadlocked threads do; nothing where there is no such machine, or it does not answer in time. */
    static List<String> ask(String serviceName, ServiceRun run, OutputLog log) {
        long from = log.position();
        try {
            if (!run.tree().evidence().askForThreads()) {
                return List.of();
            }
        } catch (UncheckedIOException e) {
            return List.of();
        }
        try (LineWatch watch = LineWatch.start("service-" + serviceName + "-threads", log, from, END, 1)) {
            watch.result().get(limit(run.age()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What has come by now is better than nothing.
        }
        return ThreadDump.essence(log.lines(from).stream().map(OutputLine::text).toList());
    }

    private static Duration limit(Duration age) {
        Duration limit = SHORTEST.plus(age.dividedBy(4));
        return limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    }
}
