package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import java.util.concurrent.CountDownLatch;

/**
 * A JVM with a service that was asked by a probe; the end of that takes longer than its stop command. It prints the pids of
 * service and guard.
 */
final class ProbedService {

    private static final String SCRIPT =
            "trap 'sleep 0.5; echo in peace >end; exit' USR1; echo $$ >pid; while :; do sleep 0.01; done";

    private ProbedService() {}

    /** Takes the folder where all happens. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningService service = ServiceLauncher.start(ShellService.of("probed", SCRIPT)
                .directory(arguments[0])
                .readyCommand("test", "-s", "pid")
                .stopCommand("/bin/sh", "-c", "echo asked >>calls; kill -USR1 $(cat pid)")
                .build());
        System.out.println(service.pid());
        System.out.println(Guard.shared().pid().orElseThrow());
        new CountDownLatch(1).await();
    }
}
