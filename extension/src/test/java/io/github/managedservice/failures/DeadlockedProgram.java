package io.github.managedservice.failures;

import java.util.concurrent.CyclicBarrier;

/** A program whose main thread and another one wait for each other. */
final class DeadlockedProgram {

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    private DeadlockedProgram() {}

    public static void main(String[] arguments) {
        Object orders = new Object();
        Object stock = new Object();
        new Thread(() -> lock(stock, orders), "stock-reader").start();
        lock(orders, stock);
    }

    private static void lock(Object first, Object second) {
        synchronized (first) {
            try {
                BOTH.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                System.out.println("Started");
            }
        }
    }
}
