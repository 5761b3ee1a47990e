package io.github.managedservice.service;

import io.github.managedservice.OtherClassLoader;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A JVM that runs services in a class loader of their own, drops that, and waits until it was collected. */
final class DroppedLoader {

    private static final long TICK_MILLIS = 200;

    private DroppedLoader() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        WeakReference<ClassLoader> dropped = runAndDrop(collected);
        while (collected.remove(TICK_MILLIS) == null) {
            System.gc();
        }
        System.out.println("Left " + dropped.get());
        System.out.println("Children "
                + ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
    }

    private static WeakReference<ClassLoader> runAndDrop(ReferenceQueue<ClassLoader> collected) throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader own = current.getContextClassLoader();
        try (OtherClassLoader loader = new OtherClassLoader()) {
            current.setContextClassLoader(loader);
            loader.call(OneService.class, "startAndStop");
            return new WeakReference<>(loader, collected);
        } finally {
            current.setContextClassLoader(own);
        }
    }
}
