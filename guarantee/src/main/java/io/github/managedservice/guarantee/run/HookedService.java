package io.github.managedservice.guarantee.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A service that is a JVM, and takes its time to end. */
public final class HookedService {

    private static final long PAUSE_NANOS = 200_000_000;

    private HookedService() {}

    /**
     * Says what it is told, and then waits for a signal.
     *
     * @param arguments what to say
     */
    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(PAUSE_NANOS), "hook"));
        System.out.println(arguments[0]);
        new CountDownLatch(1).await();
    }
}
