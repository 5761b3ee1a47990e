package io.github.managedservice.service;

import java.io.Serial;

/**
 * Says why a service did not become ready; it has been ended already when this is thrown.
 *
 * @since 0.1.0
 */
public final class ServiceStartException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServiceStartException(String message) {
        super(message);
    }
}
