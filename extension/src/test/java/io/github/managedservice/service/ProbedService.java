package io.github.managedservice.service;

import java.util.concurrent.CountDownLatch;

/** A JVM with a service that was asked by a probe, whose pid it prints; its end takes longer than its stop command. */
final class ProbedService {

    private static final String SCRIPT =
            "trap 'sleep 0.5; echo in peace >end; exit' USR1; echo $$ >pid; while :; do sleep 0.01; done";

    private ProbedService() {}

    /** Takes the folder where all happens. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningService service = ServiceLauncher.start(ShellService.of("probed", SCRIPT)
                .directory(arguments[0])
                .readyCommand("test", "-s", "pid")
                .stopCommand("/bin/sh", "-c", "kill -USR1 $(cat pid)")
                .build());
        System.out.println(service.pid());
        new CountDownLatch(1).await();
    }
}
