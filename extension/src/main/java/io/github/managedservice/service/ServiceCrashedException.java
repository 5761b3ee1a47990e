package io.github.managedservice.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says that a service ended although nobody had asked it to, how, and during which test.
 *
 * @since 0.1.0
 */
public final class ServiceCrashedException extends ServiceException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ServiceExit exit;

    /**
     * Makes the failure of a test during which a service ended.
     *
     * @param service the name of the service
     * @param log the file with everything it printed
     * @param exit how its process ended
     * @param message the whole report
     * @param stackTrace whether the place matters; {@code false} for a failure that only refers to an earlier one
     */
    public ServiceCrashedException(String service, Path log, ServiceExit exit, String message, boolean stackTrace) {
        super(service, log, message, stackTrace);
        this.exit = exit;
    }

    /**
     * Returns how the process of the service ended.
     *
     * @return its exit, always present; not kept when the exception is serialized
     */
    public Optional<ServiceExit> exit() {
        return Optional.of(exit);
    }
}
