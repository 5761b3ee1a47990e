package io.github.managedservice.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
public interface ServiceLog {

    /**
     * A place in a log: what has been printed by a moment lies before it.
     *
     * @since 0.1.0
     */
    interface Mark {}

    /**
     * Returns the file that holds every byte, unmasked. The next run of the same service replaces it.
     *
     * @return its absolute path; the file stays when the service has ended
     */
    Path file();

    /**
     * Reads all lines. A service can print more than fits into memory: prefer {@link #tail(int)} or
     * {@link #since(Mark)}.
     *
     * @return the lines in the order in which they ended, an unfinished last one included
     */
    List<LogLine> lines();

    /**
     * Reads the last lines.
     *
     * @param count how many at most
     * @return the lines in the order in which they ended
     */
    List<LogLine> tail(int count);

    /**
     * Remembers how much has been printed by now.
     *
     * @return a mark for {@link #since(Mark)} and {@link #await(Mark, String, Duration)}
     */
    Mark mark();

    /**
     * Reads the lines that ended after a mark.
     *
     * @param mark an earlier {@link #mark()}
     * @return the lines in the order in which they ended
     */
    List<LogLine> since(Mark mark);

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
    LogLine await(String regex, Duration limit);

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
    LogLine await(Mark mark, String regex, Duration limit);
}
