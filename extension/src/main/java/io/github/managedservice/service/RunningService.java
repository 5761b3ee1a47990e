package io.github.managedservice.service;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A service that was started and became ready. All methods may be called from any thread, and after the service ended.
 *
 * <pre><code>
 * redis.kill();
 * assertFalse(cart.add("cup"));
 *
 * redis.restart();
 * assertTrue(cart.store());
 * </code></pre>
 *
 * <p>A test that runs while the process ends, though nobody asked for it, fails with a {@link ServiceCrashedException}. What
 * {@link #stop()}, {@link #kill()}, {@link #restart()} and the signals TERM, INT and KILL do to it was asked for.
 *
 * <p>Where the switch {@code managedservice.NAME.external} has put a running instance in its place, there is no process and
 * no output: what would act on the process, or tell its id, throws an {@link IllegalStateException}, the log is empty, and
 * {@link #stop()} stops nothing.
 *
 * @since 0.1.0
 */
public interface RunningService extends AutoCloseable {

    /**
     * Returns the name by which tests and other services refer to it.
     *
     * @return the name, never empty
     */
    String name();

    /**
     * Returns the process id of the service's own process; another one after {@link #restart()}.
     *
     * @return the process id, also when that process has ended
     */
    long pid();

    /**
     * Tells whether the service's own process lives.
     *
     * @return false once it has ended, for whatever reason
     */
    boolean isRunning();

    /**
     * Returns the address on which tests reach the service.
     *
     * @return {@code 127.0.0.1}; the host of an external instance
     */
    String host();

    /**
     * Returns the port of the service: the one that a group named {@code port} captured from its output, else the one
     * that <code>${port}</code> stands for, else the first one leased.
     *
     * @return the port
     * @throws IllegalStateException if the declaration gives the service no port
     */
    int port();

    /**
     * Returns a further port of the service.
     *
     * @param name the NAME of <code>${port.NAME}</code>
     * @return the port
     * @throws IllegalArgumentException if the declaration has no such port; the message lists those it has
     */
    int port(String name);

    /**
     * Returns {@code scheme://host:port}.
     *
     * @param scheme for example {@code http}
     * @return the address of the service, without a path
     * @throws IllegalStateException if the declaration gives the service no port
     * @throws IllegalArgumentException if that is no scheme
     */
    URI uri(String scheme);

    /**
     * Fills the placeholders of a text with what is known of this service and of those started with it. What they are is said
     * at {@link io.github.managedservice.ManagedService}.
     *
     * @param template for example <code>redis://${host}:${port}/0</code>
     * @return the text with every placeholder replaced
     * @throws IllegalArgumentException if a placeholder has no end, is not known, or has no value; the message lists the known
     *     ones
     */
    String value(String template);

    /**
     * Returns what a named group of the ready pattern has captured since the last start.
     *
     * @param group the name of the group
     * @return its text; empty if there is no such group, or it took no part in the match
     */
    Optional<String> captured(String group);

    /**
     * Returns all that the service prints.
     *
     * @return the log, which grows while the service runs
     */
    ServiceLog log();

    /**
     * Returns a future that is completed as soon as the service's own process ends, and when {@link #stop()} or {@link
     * #kill()} returns. After {@link #restart()} it is another one.
     *
     * @return the end of the process that runs now; to complete or cancel the future changes nothing
     */
    CompletableFuture<ServiceExit> onExit();

    /**
     * Ends the service for good: the stop signal or stop command, then SIGKILL to whatever is left when the stop
     * timeout is over. Gives back the ports, restores system properties and deletes <code>${tempDir}</code>. Does nothing when
     * it was stopped before. A test need not call it: a service ends with its scope.
     *
     * @throws ServiceStopException if something survived even that, or a file could not be deleted; the message names it
     */
    void stop();

    /**
     * Crashes the service: SIGKILL to its process and all that descends from it, and its stop command to what it has begun
     * elsewhere, such as a container. Ports, temporary directory and log are kept, so that {@link #restart()} brings it back.
     * Returns when the process has ended. Waits neither for a polite stop nor for a restart that is under way, but ends it.
     * Does nothing when the service was stopped before.
     *
     * @throws ServiceStopException if something survived; the message names it
     */
    void kill();

    /**
     * Stops the service politely, if it runs, and starts it again with the same ports and directories. Returns when it is
     * ready; only what it has printed since then counts for that.
     *
     * @throws ServiceStartException if it did not become ready again
     * @throws ServiceStopException if something of it survived the stop
     * @throws IllegalStateException if the service was stopped for good, or is still being started
     */
    void restart();

    /**
     * Freezes the service and all that descends from it (SIGSTOP): the kernel accepts connections, and nothing answers. Does
     * nothing to one that has ended or is about to.
     */
    void pause();

    /** Lets a frozen service go on (SIGCONT). Does nothing to one that is not frozen. */
    void resume();

    /**
     * Sends a signal to the service's own process; does nothing when that has ended.
     *
     * @param signal the name without SIG, for example {@code "HUP"}. After {@code TERM}, {@code INT} and {@code KILL}
     *     the end of the process is expected
     * @throws IllegalArgumentException if there is no such signal; the message lists those there are
     */
    void signal(String signal);

    /** Does what {@link #stop()} does. */
    @Override
    default void close() {
        stop();
    }
}
