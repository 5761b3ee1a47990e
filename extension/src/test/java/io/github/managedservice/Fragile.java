package io.github.managedservice;

import io.github.managedservice.service.RunningService;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Declares a service that answers SIGHUP with a line, and that the tests crash from outside. */
@Retention(RetentionPolicy.RUNTIME)
@ManagedService(
        name = "fragile",
        command = {"sh", "-c", "trap 'echo reloaded' HUP; echo ready; while :; do sleep 1000 & wait $!; done"},
        readyPattern = "ready")
@interface Fragile {

    /** What the tests do to it. */
    final class Hand {

        private Hand() {}

        /** As the kernel does it that runs out of memory: not by the library. */
        static void crash(RunningService service) {
            ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();
        }

        static void crashAndWait(RunningService service) throws InterruptedException {
            crash(service);
            waitInVain();
        }

        static void crashAndSeeIt(RunningService service) {
            crash(service);
            service.onExit().join();
        }

        /** Limited, so that a failing test ends. */
        static void waitInVain() throws InterruptedException {
            boolean came = new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            throw new AssertionError("The wait was not interrupted: " + came);
        }
    }
}
