package io.github.managedservice.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reads the output of a service: standard output and standard error, over all its restarts. The log file contains every byte.
 * The methods can also be called after the service has ended.
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
public interface ServiceLog {

    /**
     * Remembers a position in a log.
     *
     * @since 0.1.0
     */
    interface Mark {}

    /**
     * Returns the log file, which contains every byte, unmasked. The next run of the same service overwrites it.
     *
     * @return the absolute path; the file remains after the service has ended
     */
    Path file();

    /**
     * Returns all lines. A service can print more than fits into memory, so prefer {@link #tail(int)} or
     * {@link #since(Mark)}.
     *
     * @return the lines in the order in which they ended, including an unfinished last line
     */
    List<LogLine> lines();

    /**
     * Returns the last lines.
     *
     * @param count the maximum number of lines
     * @return the lines in the order in which they ended
     */
    List<LogLine> tail(int count);

    /**
     * Marks the current end of the log.
     *
     * @return a mark for {@link #since(Mark)} and {@link #await(Mark, String, Duration)}
     */
    Mark mark();

    /**
     * Returns the lines that ended after a mark.
     *
     * @param mark an earlier {@link #mark()}
     * @return the lines in the order in which they ended
     */
    List<LogLine> since(Mark mark);

    /**
     * Waits for a line. A line that the process has already printed since its last start also matches. Use
     * {@link #await(Mark, String, Duration)} to wait for a new line.
     *
     * @param regex as for {@link Readiness#line(String)}
     * @param limit how long to wait
     * @return the first line that matches
     * @throws ServiceException if no line matches within the limit, if the service ends, or if the thread is interrupted; the
     *     message contains the last lines
     * @throws java.util.regex.PatternSyntaxException if {@code regex} is not a regular expression
     */
    LogLine await(String regex, Duration limit);

    /**
     * Waits for a line that ends after a mark.
     *
     * @param mark an earlier {@link #mark()}
     * @param regex as for {@link Readiness#line(String)}
     * @param limit how long to wait
     * @return the first line that matches
     * @throws ServiceException if no line matches within the limit, if the service ends, or if the thread is interrupted; the
     *     message contains the last lines
     * @throws java.util.regex.PatternSyntaxException if {@code regex} is not a regular expression
     */
    LogLine await(Mark mark, String regex, Duration limit);
}
