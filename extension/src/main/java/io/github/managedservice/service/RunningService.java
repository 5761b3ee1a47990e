package io.github.managedservice.service;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Controls a service that has been started. All methods may be called from any thread, even after the service has ended.
 *
 * <pre><code>
 * redis.kill();
 * assertFalse(cart.add("cup"));
 *
 * redis.restart();
 * assertTrue(cart.store());
 * </code></pre>
 *
 * <p>If the process exits unexpectedly, the running test fails with a {@link ServiceCrashedException}. An exit is expected
 * after {@link #stop()}, {@link #kill()}, {@link #restart()}, and a {@link #signal} with TERM, INT or KILL.
 *
 * <p>The switch {@code managedservice.NAME.external} replaces the service with an instance that is already running. Methods
 * that act on the process, or return its id, then throw an {@link IllegalStateException}. The log is empty, and
 * {@link #stop()} stops nothing.
 *
 * @since 0.1.0
 */
public interface RunningService extends AutoCloseable {

    /**
     * Returns the name of the service, which tests and other services use.
     *
     * @return the name, never empty
     */
    String name();

    /**
     * Returns the id of the service's own process. It changes with {@link #restart()}.
     *
     * @return the process id, even after the process has ended
     */
    long pid();

    /**
     * Returns whether the service's own process is running.
     *
     * @return false after the process has ended, for any reason
     */
    boolean isRunning();

    /**
     * Returns the host of the service.
     *
     * @return {@code 127.0.0.1}, or the host of an external instance
     */
    String host();

    /**
     * Returns the port of the service. If a group named {@code port} captured a port from the output, it is that one.
     * Otherwise it is <code>${port}</code>, or else the first <code>${port.NAME}</code> of the declaration.
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
     * @throws IllegalArgumentException if the declaration has no such port; the message lists the existing ones
     */
    int port(String name);

    /**
     * Returns {@code scheme://host:port}.
     *
     * @param scheme the scheme, for example {@code http}
     * @return the address of the service, without a path
     * @throws IllegalStateException if the declaration gives the service no port
     * @throws IllegalArgumentException if {@code scheme} is not a valid scheme
     */
    URI uri(String scheme);

    /**
     * Replaces the placeholders of a text with values of this service and of the services that were started with it. See
     * {@link io.github.managedservice.ManagedService} for the placeholders.
     *
     * @param template the text, for example <code>redis://${host}:${port}/0</code>
     * @return the text with every placeholder replaced
     * @throws IllegalArgumentException if a placeholder is not closed, unknown, or has no value; the message lists the known
     *     ones
     */
    String value(String template);

    /**
     * Returns the text that a named group of the ready pattern captured during the last start.
     *
     * @param group the name of the group
     * @return the text; empty if there is no such group, or if the group did not take part in the match
     */
    Optional<String> captured(String group);

    /**
     * Returns the output of the service.
     *
     * @return the log, which grows while the service runs
     */
    ServiceLog log();

    /**
     * Returns a future that completes when the service's own process ends. It has completed when {@link #stop()} or
     * {@link #kill()} returns. {@link #restart()} starts a new process, with a new future.
     *
     * @return the exit of the current process; completing or cancelling the future has no effect on the service
     */
    CompletableFuture<ServiceExit> onExit();

    /**
     * Stops the service. It sends the stop signal or runs the stop command, and sends SIGKILL to everything that is left when
     * the stop timeout is over. It then releases the ports, restores system properties and deletes <code>${tempDir}</code>. It
     * does nothing if the service was stopped before. The service cannot be restarted afterwards.
     *
     * <p>A test need not call this method, because a service stops with its scope.
     *
     * @throws ServiceStopException if a process survived SIGKILL, or a file could not be deleted; the message names it
     */
    void stop();

    /**
     * Crashes the service. It sends SIGKILL to the process and all its descendants, and runs the stop command for anything
     * that the service has started elsewhere, such as a container. It returns when the process has ended.
     *
     * <p>Ports, temporary directory and log are kept, so {@link #restart()} can bring the service back. If a stop or a restart
     * is in progress, this method ends it instead of waiting for it. It does nothing if the service was stopped before.
     *
     * @throws ServiceStopException if a process survived; the message names it
     */
    void kill();

    /**
     * Stops the service gracefully, if it is running, and starts it again with the same ports and directories. It returns when
     * the service is ready. Only output after the restart counts for readiness.
     *
     * @throws ServiceStartException if the service did not become ready again
     * @throws ServiceStopException if a process of the service survived the stop
     * @throws IllegalStateException if {@link #stop()} was called before, or the service is still being started
     */
    void restart();

    /**
     * Freezes the service and all its descendants (SIGSTOP). The kernel still accepts connections, but nothing answers. It does
     * nothing if the service has ended or is stopping.
     */
    void pause();

    /** Resumes a frozen service (SIGCONT). It does nothing if the service is not frozen. */
    void resume();

    /**
     * Sends a signal to the service's own process. It does nothing if the process has ended.
     *
     * @param signal the name without SIG, for example {@code "HUP"}. After {@code TERM}, {@code INT} and {@code KILL}, an exit of
     *     the process is expected
     * @throws IllegalArgumentException if the signal is unknown; the message lists the known ones
     */
    void signal(String signal);

    /** Stops the service, like {@link #stop()}. */
    @Override
    default void close() {
        stop();
    }
}
