package io.github.managedservice.service;

import io.github.managedservice.internal.text.VisibleText;
import java.io.Serial;
import java.nio.file.Path;

/**
 * Reports a failure of a service. The message contains everything you need: the service, what happened, the evidence, and the
 * log file. Values that look like secrets are masked, and control characters are escaped, as in {@code \x1b}.
 *
 * @since 0.1.0
 */
public sealed class ServiceException extends RuntimeException
        permits ServiceStartException, ServiceCrashedException, ServiceStopException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The name of the service. */
    private final String service;

    private final transient Path log;

    /**
     * Creates a failure.
     *
     * @param service the name of the service
     * @param log the log file of the service
     * @param message what happened, the evidence, and where to look
     */
    public ServiceException(String service, Path log, String message) {
        super(VisibleText.of(message));
        this.service = service;
        this.log = log;
    }

    /** Leaves out the stack trace of a failure that only refers to an earlier one. */
    ServiceException(String service, Path log, String message, boolean stackTrace) {
        super(VisibleText.of(message), null, true, stackTrace);
        this.service = service;
        this.log = log;
    }

    /**
     * Returns the name of the service.
     *
     * @return the name
     */
    public String service() {
        return service;
    }

    /**
     * Returns the log file, which contains everything that the service printed. It does not exist if the start failed early.
     *
     * @return the path of the file; not serialized with the exception
     */
    public Path log() {
        return log;
    }
}
