package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.ServiceException;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The log of a service as its users see it. */
final class OutputServiceLog implements ServiceLog {

    /** What a service printed right before it ended may still be on its way to us. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final OutputLog log;
    private final LiveService service;

    OutputServiceLog(OutputLog log, LiveService service) {
        this.log = log;
        this.service = service;
    }

    private record Position(long bytes) implements Mark {

        static long of(Mark mark) {
            if (mark instanceof Position position) {
                return position.bytes;
            }
            throw new IllegalArgumentException("This mark was not made by the log of a service: " + mark);
        }
    }

    @Override
    public Path file() {
        return log.file();
    }

    /** With what is wrong with the file. */
    String description() {
        return log.description();
    }

    @Override
    public List<LogLine> lines() {
        return lines(log.lines(0));
    }

    @Override
    public List<LogLine> tail(int count) {
        return lines(log.tail(count));
    }

    List<LogLine> maskedTail(int count) {
        return FailureReport.maskedLines(tail(count), service.mask());
    }

    @Override
    public Mark mark() {
        return new Position(log.position());
    }

    @Override
    public List<LogLine> since(Mark mark) {
        return lines(log.lines(Position.of(mark)));
    }

    @Override
    public LogLine await(String regex, Duration limit) {
        return await(service.logStart(), regex, limit);
    }

    @Override
    public LogLine await(Mark mark, String regex, Duration limit) {
        return await(Position.of(mark), regex, limit);
    }

    private LogLine await(long from, String regex, Duration limit) {
        Pattern pattern = Pattern.compile(regex);
        try (LineWatch watch = LineWatch.start("service-" + service.name() + "-await", log, from, pattern, 1)) {
            CompletableFuture<LineMatch> match = watch.result();
            CompletableFuture<ServiceExit> ended = service.onExit();
            CompletableFuture.anyOf(match, ended).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return line(match.get(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS).line());
        } catch (TimeoutException e) {
            throw miss(pattern, limit);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    service.name(),
                    file(),
                    "The wait for a line of service '" + service.name() + "' that matches \"" + regex
                            + "\" was interrupted. Log: " + file());
        }
    }

    private ServiceException miss(Pattern pattern, Duration limit) {
        CompletableFuture<ServiceExit> ended = service.onExit();
        String reason = ended.isDone()
                ? ", and it " + FailureReport.asVerb(ended.join())
                : " within " + Durations.text(limit) + ", and is still running";
        return new ServiceException(
                service.name(),
                file(),
                "Service '" + service.name() + "' printed no line that matches \"" + pattern + "\"" + reason + "."
                        + FailureReport.tail(maskedTail(FailureReport.TAIL_LINES)) + "\n  log: " + file());
    }

    private static List<LogLine> lines(List<OutputLine> lines) {
        return lines.stream().map(OutputServiceLog::line).toList();
    }

    static LogLine line(OutputLine line) {
        LogLine.Source source = switch (line.source()) {
            case STDOUT -> LogLine.Source.STDOUT;
            case STDERR -> LogLine.Source.STDERR;
        };
        return new LogLine(line.text(), source, line.at());
    }
}
