package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;

/**
 * Reports which processes of a service survived SIGKILL, or which files of its temporary directory could not be deleted.
 *
 * @since 0.1.0
 */
public final class ServiceStopException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure of a stop.
     *
     * @param service the name of the service
     * @param log the log file of the service
     * @param message says what is left, and why
     */
    public ServiceStopException(String service, Path log, String message) {
        super(service, log, message);
    }
}
