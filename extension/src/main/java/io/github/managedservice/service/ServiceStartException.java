package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private final transient Optional<ServiceExit> exit;

    ServiceStartException(String service, Path log, Optional<ServiceExit> exit, String message) {
        super(service, log, message);
        this.exit = exit;
    }

    private ServiceStartException(ServiceStartException other, String message, boolean stackTrace) {
        super(other.service(), other.log(), message, stackTrace);
        this.exit = other.exit;
    }

    /** The same failure, in other words. */
    ServiceStartException referredTo(String message) {
        return new ServiceStartException(this, message, false);
    }

    /**
     * Returns how the process of the service ended, where that is why the start failed.
     *
     * @return its exit; empty if it was running, or never ran, when the start was given up; not kept when the exception is
     *     serialized
     */
    public Optional<ServiceExit> exit() {
        return exit;
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
                this,
                message.substring(0, end) + "\n  services not started because of this failure: "
                        + String.join(", ", dependents) + message.substring(end),
                true);
        failure.setStackTrace(getStackTrace());
        Stream.of(getSuppressed()).forEach(failure::addSuppressed);
        return failure;
    }
}
