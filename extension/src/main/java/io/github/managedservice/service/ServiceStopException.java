package io.github.managedservice.service;

import java.io.Serial;

/**
 * Says what of a service was still there after it had been stopped by every means.
 *
 * @since 0.1.0
 */
public final class ServiceStopException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServiceStopException(String message) {
        super(message);
    }
}
