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

    ServiceCrashedException(String service, Path log, ServiceExit exit, String message, boolean stackTrace) {
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
