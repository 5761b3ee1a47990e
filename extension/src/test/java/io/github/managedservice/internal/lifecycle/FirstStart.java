package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;

/** The first service of a JVM. */
final class FirstStart {

    private FirstStart() {}

    public static void main(String[] arguments) {
        ServiceSpec spec = ServiceSpec.builder("sh", "-c", "echo \"port ${port}\"; exec sleep 1000")
                .readyPattern("^port (?<number>\\d+)$")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            Ready.reached(service);
        }
    }

    /** Loaded when the service is ready. */
    static final class Ready {

        static void reached(RunningService service) {
            if (!service.isRunning()) {
                throw new AssertionError("It has ended");
            }
        }
    }
}
