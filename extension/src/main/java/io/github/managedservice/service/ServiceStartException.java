package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says why a service did not become ready. Nothing of it is left when this is thrown.
 *
 * <p>The message is a report: the command as it was run, the time it took, the exit code or signal, every condition with
 * its last answer, the last lines of output, the log file, and hints where there is evidence.
 *
 * @since 0.1.0
 */
public final class ServiceStartException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<ServiceExit> exit;

    /**
     * Makes the failure of a start.
     *
     * @param service the name of the service
     * @param log the file with everything it printed
     * @param exit how its process ended, if that is why the start failed
     * @param message the whole report
     */
    public ServiceStartException(String service, Path log, Optional<ServiceExit> exit, String message) {
        super(service, log, message);
        this.exit = exit;
    }

    /**
     * Makes a failure that only refers to an earlier one, without a stack trace.
     *
     * @param earlier the failure that has the whole report
     * @param message where that was reported
     */
    public ServiceStartException(ServiceStartException earlier, String message) {
        super(earlier.service(), earlier.log(), message, false);
        this.exit = earlier.exit;
    }

    /**
     * Returns how the process of the service ended, where that is why the start failed.
     *
     * @return its exit; empty if it was running, or never ran, when the start was given up; not kept when the exception is
     *     serialized
     */
    public Optional<ServiceExit> exit() {
        return exit;
    }
}
