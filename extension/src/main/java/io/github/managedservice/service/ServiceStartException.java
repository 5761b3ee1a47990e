package io.github.managedservice.service;

import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;

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

    ServiceStartException(String message) {
        super(message);
    }

    /** The stack trace of one that merely refers to an earlier failure shows nothing of interest, at length. */
    ServiceStartException(String message, boolean stackTrace) {
        super(message, stackTrace);
    }

    /** The same failure, with the services that were not started because of it. */
    ServiceStartException keeping(List<String> dependents) {
        if (dependents.isEmpty()) {
            return this;
        }
        String message = String.valueOf(getMessage());
        int rest = message.indexOf('\n');
        int end = rest < 0 ? message.length() : rest;
        ServiceStartException failure = new ServiceStartException(
                message.substring(0, end) + "\n  services not started because of this failure: "
                        + String.join(", ", dependents) + message.substring(end));
        failure.setStackTrace(getStackTrace());
        Stream.of(getSuppressed()).forEach(failure::addSuppressed);
        return failure;
    }
}
