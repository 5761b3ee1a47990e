package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reports why a service did not become ready. Nothing of the service is left when this exception is thrown.
 *
 * <p>The message is a report. It contains the command as run, the elapsed time, the exit code or signal, every condition with
 * its last answer, the last lines of output, the log file, and hints if there is evidence.
 *
 * @since 0.1.0
 */
public final class ServiceStartException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<ServiceExit> exit;

    /**
     * Creates the failure of a start.
     *
     * @param service the name of the service
     * @param log the log file of the service
     * @param exit how the process ended, if its exit made the start fail
     * @param message the whole report
     */
    public ServiceStartException(String service, Path log, Optional<ServiceExit> exit, String message) {
        super(service, log, message);
        this.exit = exit;
    }

    /**
     * Creates a failure that only refers to an earlier one, without a stack trace.
     *
     * @param earlier the failure with the whole report
     * @param message says where the earlier failure was reported
     */
    public ServiceStartException(ServiceStartException earlier, String message) {
        super(earlier.service(), earlier.log(), message, false);
        this.exit = earlier.exit;
    }

    /**
     * Returns how the process of the service ended, if its exit made the start fail.
     *
     * @return the exit; empty if the process was still running, or never ran, when the start failed; not serialized with the
     *     exception
     */
    public Optional<ServiceExit> exit() {
        return exit;
    }
}
