package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reports that a service exited unexpectedly, how it exited, and during which test.
 *
 * @since 0.1.0
 */
public final class ServiceCrashedException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ServiceExit exit;

    /**
     * Creates the failure of a test during which a service exited.
     *
     * @param service the name of the service
     * @param log the log file of the service
     * @param exit how the process ended
     * @param message the whole report
     * @param stackTrace whether to record a stack trace; {@code false} for a failure that only refers to an earlier one
     */
    public ServiceCrashedException(String service, Path log, ServiceExit exit, String message, boolean stackTrace) {
        super(service, log, message, stackTrace);
        this.exit = exit;
    }

    /**
     * Returns how the process of the service ended.
     *
     * @return the exit, always present; not serialized with the exception
     */
    public Optional<ServiceExit> exit() {
        return Optional.of(exit);
    }
}
