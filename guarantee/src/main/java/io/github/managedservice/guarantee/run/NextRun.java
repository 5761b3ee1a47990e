package io.github.managedservice.guarantee.run;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.util.concurrent.TimeUnit;

/** Another run of the same user, with a service that has nothing to do with the round. */
public final class NextRun {

    private NextRun() {}

    /** Is about as short as a run can be. */
    public static void main(String[] arguments) throws InterruptedException {
        try (RunningService service =
                ServiceLauncher.start(ServiceSpec.builder("sleep", "1000").build())) {
            TimeUnit.MILLISECONDS.sleep(300);
            System.out.println(service.log().file());
        }
    }
}
