package io.github.managedservice.service;

import java.util.List;
import java.util.Optional;

/**
 * Starts services with no test framework at all.
 *
 * @since 0.1.0
 */
public final class ServiceLauncher {

    private ServiceLauncher() {}

    /**
     * Starts a service and returns when it is ready. Close it to stop it; if the JVM ends before that, however it ends, the
     * service is ended too.
     *
     * @param spec what to start
     * @return the running service
     * @throws ServiceStartException if it did not become ready; nothing is left of it then
     * @throws IllegalArgumentException if the declaration mentions a placeholder or service that is not known
     */
    public static RunningService start(ServiceSpec spec) {
        Mistakes mistakes = new Mistakes();
        DeclaredServices.of(List.of(spec), Optional.empty(), mistakes);
        mistakes.throwIfAny("", IllegalArgumentException::new);
        Switches switches = Switches.ofSystemProperties();
        return StartedService.start(spec, LogFiles.of(switches, "", spec.name()), Peers.none(), switches);
    }
}
