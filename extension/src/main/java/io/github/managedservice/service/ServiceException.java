package io.github.managedservice.service;

import io.github.managedservice.internal.text.VisibleText;
import java.io.Serial;

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

    ServiceException(String message) {
        super(VisibleText.of(message));
    }

    ServiceException(String message, boolean stackTrace) {
        super(VisibleText.of(message), null, true, stackTrace);
    }
}
