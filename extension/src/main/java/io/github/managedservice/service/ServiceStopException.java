package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;

/**
 * Says which processes of a service were still there after SIGKILL, or what of its temporary directory could not be deleted.
 *
 * @since 0.1.0
 */
public final class ServiceStopException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure of a stop.
     *
     * @param service the name of the service
     * @param log the file with everything it printed
     * @param message what is left, and why
     */
    public ServiceStopException(String service, Path log, String message) {
        super(service, log, message);
    }
}
