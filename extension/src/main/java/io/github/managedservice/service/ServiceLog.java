package io.github.managedservice.service;

import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * All that a service printed, to standard output and standard error, over all its restarts. Every byte is in the file;
 * lines are read from it when they are asked for. It can be read after the service has ended too.
 *
 * <pre><code>
 * ServiceLog.Mark outage = shop.log().mark();
 * redis.kill();
 *
 * assertEquals(503, status(shop));
 * shop.log().await(outage, "WARN Redis is away", Duration.ofSeconds(5));
 * </code></pre>
 *
 * @since 0.1.0
 */
public final class ServiceLog {

    /** What a service printed right before it ended may still be on its way to us. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final String serviceName;
    private final OutputLog log;
    private final LongSupplier start;
    private final Supplier<CompletableFuture<ServiceExit>> exit;
    private final Supplier<SecretMask> mask;

    ServiceLog(
            String serviceName,
            OutputLog log,
            LongSupplier start,
            Supplier<CompletableFuture<ServiceExit>> exit,
            Supplier<SecretMask> mask) {
        this.serviceName = serviceName;
        this.log = log;
        this.start = start;
        this.exit = exit;
        this.mask = mask;
    }

    /**
     * A place in a log: what has been printed by a moment lies before it.
     *
     * @since 0.1.0
     */
    public static final class Mark {
        private final long position;

        private Mark(long position) {
            this.position = position;
        }
    }

    /**
     * Returns the file that holds every byte, unmasked. The next run of the same service replaces it.
     *
     * @return its absolute path; the file stays when the service has ended
     */
    public Path file() {
        return log.file();
    }

    /** The file, and what is wrong with it. */
    String description() {
        return log.description();
    }

    /**
     * Reads all lines. A service can print more than fits into memory: prefer {@link #tail(int)} or
     * {@link #since(Mark)}.
     *
     * @return the lines in the order in which they ended, an unfinished last one included
     */
    public List<LogLine> lines() {
        return lines(log.lines(0));
    }

    /**
     * Reads the last lines.
     *
     * @param count how many at most
     * @return the lines in the order in which they ended
     */
    public List<LogLine> tail(int count) {
        return lines(log.tail(count));
    }

    /** The last lines as a message may show them. */
    List<LogLine> maskedTail(int count) {
        return mask.get().lines(tail(count));
    }

    /**
     * Remembers how much has been printed by now.
     *
     * @return a mark for {@link #since(Mark)} and {@link #await(Mark, String, Duration)}
     */
    public Mark mark() {
        return new Mark(log.position());
    }

    /**
     * Reads the lines that ended after a mark.
     *
     * @param mark an earlier {@link #mark()}
     * @return the lines in the order in which they ended
     */
    public List<LogLine> since(Mark mark) {
        return lines(log.lines(mark.position));
    }

    /**
     * Waits for a line. One that was printed before counts, if it was since the last start of the process: use
     * {@link #await(Mark, String, Duration)} for one that is to come.
     *
     * @param regex as for {@link Readiness#line(String)}
     * @param limit how long to wait for it
     * @return the first line that matches
     * @throws ServiceException if there is none by then, if the service ends without it, or if the thread is interrupted; the
     *     message has the last lines
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public LogLine await(String regex, Duration limit) {
        return await(start.getAsLong(), regex, limit);
    }

    /**
     * Waits for a line that ends after a mark.
     *
     * @param mark an earlier {@link #mark()}
     * @param regex as for {@link Readiness#line(String)}
     * @param limit how long to wait for it
     * @return the first line that matches
     * @throws ServiceException if there is none by then, if the service ends without it, or if the thread is interrupted; the
     *     message has the last lines
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public LogLine await(Mark mark, String regex, Duration limit) {
        return await(mark.position, regex, limit);
    }

    private LogLine await(long from, String regex, Duration limit) {
        Pattern pattern = Pattern.compile(regex);
        try (LineWatch watch = LineWatch.start("service-" + serviceName + "-await", log, from, pattern, 1)) {
            CompletableFuture<LineMatch> match = watch.result();
            CompletableFuture<ServiceExit> ended = exit.get();
            CompletableFuture.anyOf(match, ended).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return line(match.get(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS).line());
        } catch (TimeoutException e) {
            throw miss(pattern, limit);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("The wait for a line of service '" + serviceName + "' that matches \"" + regex
                    + "\" was interrupted. Log: " + file());
        }
    }

    private ServiceException miss(Pattern pattern, Duration limit) {
        CompletableFuture<ServiceExit> ended = exit.get();
        String reason = ended.isDone()
                ? ", and it " + ended.join().asVerb()
                : " within " + Durations.text(limit) + ", and is still running";
        return new ServiceException("Service '" + serviceName + "' printed no line that matches \"" + pattern + "\""
                + reason + "." + FailureReport.tail(maskedTail(FailureReport.TAIL)) + "\n  log: " + file());
    }

    private static List<LogLine> lines(List<OutputLine> lines) {
        return lines.stream().map(ServiceLog::line).toList();
    }

    static LogLine line(OutputLine line) {
        LogLine.Source source = switch (line.source()) {
            case STDOUT -> LogLine.Source.STDOUT;
            case STDERR -> LogLine.Source.STDERR;
        };
        return new LogLine(line.text(), source, line.at());
    }
}
