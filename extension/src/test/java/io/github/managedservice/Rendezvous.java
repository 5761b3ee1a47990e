package io.github.managedservice;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tests that wait for each other. JUnit's pool is told that they block, so that it has a thread for the next one. */
final class Rendezvous {

    private static final long LIMIT_SECONDS = 20;

    private final CyclicBarrier barrier;

    Rendezvous(int tests) {
        this.barrier = new CyclicBarrier(tests);
    }

    /** Returns when all have come. */
    void await() throws InterruptedException {
        ForkJoinPool.managedBlock(new ManagedBlocker() {
            @Override
            public boolean block() throws InterruptedException {
                try {
                    barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return true;
                } catch (BrokenBarrierException | TimeoutException e) {
                    throw new AssertionError("Not all tests have run at the same time.", e);
                }
            }

            @Override
            public boolean isReleasable() {
                return false;
            }
        });
    }
}
