package io.github.managedservice.service;

import io.github.managedservice.internal.text.VisibleText;
import java.io.Serial;
import java.nio.file.Path;

/**
 * Says what went wrong with a service. The message alone is meant to be enough: it names the service, what happened,
 * the evidence, and the log file. Values that look like secrets are masked in it, and
 * control characters are shown as {@code \x1b}.
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
     * Makes a failure.
     *
     * @param service the name of the service
     * @param log the file with everything it printed
     * @param message what happened, the evidence, and where to look
     */
    public ServiceException(String service, Path log, String message) {
        super(VisibleText.of(message));
        this.service = service;
        this.log = log;
    }

    /** The stack trace of a failure that only refers to an earlier one shows nothing of interest, at length. */
    ServiceException(String service, Path log, String message, boolean stackTrace) {
        super(VisibleText.of(message), null, true, stackTrace);
        this.service = service;
        this.log = log;
    }

    /**
     * Returns the name of the service.
     *
     * @return its name
     */
    public String service() {
        return service;
    }

    /**
     * Returns the file with everything the service printed. A start that failed early has written none.
     *
     * @return its path; not kept when the exception is serialized
     */
    public Path log() {
        return log;
    }
}
