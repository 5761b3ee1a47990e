package io.github.managedservice.service;

import java.io.Serial;

/**
 * Says that a service ended although nobody had asked it to, how, and during which test.
 *
 * @since 0.1.0
 */
public final class ServiceCrashedException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The stack trace of who merely refers to an earlier failure shows nothing of interest, at length. */
    ServiceCrashedException(String message, boolean stackTrace) {
        super(message, stackTrace);
    }
}
