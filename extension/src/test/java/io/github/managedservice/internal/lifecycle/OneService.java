package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;

/** A run with one service of each sort of readiness and one that fails, for a class loader that does not know the tests' own. */
public final class OneService {

    private OneService() {}

    public static void startAndStop() {
        stop(ShellService.of("printing", "echo ready; exec sleep 1000").readyPattern("ready"));
        stop(ShellService.of("started", "exec sleep 1000", "${tempDir}")
                .directory("/")
                .readyWhen(Readiness.started()));
        stop(ShellService.of("probed", "exec sleep 1000").readyCommand("/bin/sh", "-c", "exit 0"));
        stop(ShellService.of("checked", "exec sleep 1000").readyWhen(Readiness.check("at once", service -> true)));
        stop(ShellService.of("asked", "exit", "${port}").readyUrl("/"));
        fail(ShellService.of("failing", "exit 1").readyPattern("ready"));
    }

    private static void fail(ServiceSpec.Builder declared) {
        try {
            stop(declared);
        } catch (ServiceStartException e) {
            return;
        }
        throw new AssertionError("The start has not failed.");
    }

    private static void stop(ServiceSpec.Builder declared) {
        ServiceLauncher.start(declared.build()).stop();
    }
}
