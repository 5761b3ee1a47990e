package io.github.managedservice.internal.lifecycle;

import java.util.concurrent.CyclicBarrier;

/** A program whose main thread waits for two that wait for each other. */
final class Deadlock {

    private Deadlock() {}

    public static void main(String[] arguments) throws Exception {
        Object left = new Object();
        Object right = new Object();
        CyclicBarrier both = new CyclicBarrier(2);
        Thread first = new Thread(() -> take(left, right, both), "first");
        Thread second = new Thread(() -> take(right, left, both), "second");
        first.start();
        second.start();
        System.out.println("started");
        first.join();
    }

    private static void take(Object one, Object other, CyclicBarrier both) {
        synchronized (one) {
            try {
                both.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            synchronized (other) {
                System.out.println("never");
            }
        }
    }
}
