package io.github.managedservice.guarantee.run;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;

/** The service of the round, as any class loader can start it. */
public final class ServiceOfLoader {

    private ServiceOfLoader() {}

    /**
     * Starts the service of the round once more, with the same name.
     *
     * @return what stops it
     */
    public static AutoCloseable start() {
        String round = System.getProperty(RoundFiles.DIRECTORY);
        return ServiceLauncher.start(ServiceSpec.builder(
                        System.getProperty("guarantee.shell"), round + "/habit.sh", "root", "${port}", "${port.second}")
                .name("habit")
                .env("GUARANTEE_TEMP=${tempDir}")
                .readyWhen(Readiness.line("^READY$"))
                .stopTimeout(Duration.ofSeconds(1))
                .build());
    }
}
