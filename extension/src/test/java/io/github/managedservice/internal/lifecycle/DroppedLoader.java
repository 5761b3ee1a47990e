package io.github.managedservice.internal.lifecycle;

import com.sun.net.httpserver.HttpServer;
import io.github.managedservice.OtherClassLoader;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs services in several class loaders, drops each, and waits until they were collected. */
final class DroppedLoader {

    private static final int LOADERS = 2;
    private static final long TICK_MILLIS = 200;

    private DroppedLoader() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        List<WeakReference<ClassLoader>> dropped = new ArrayList<>();
        HttpServer server = answering();
        System.setProperty(
                "managedservice.asked.external",
                "127.0.0.1:" + server.getAddress().getPort());
        for (int number = 0; number < LOADERS; number++) {
            dropped.add(runAndDrop(collected));
        }
        server.stop(0);
        // The asTypeCache of a method handle in JDK 17 keeps the type of the record whose equals was linked last.
        boolean linked = new Own(LOADERS).equals(new Own(LOADERS));
        for (int left = LOADERS; left > 0; ) {
            if (collected.remove(TICK_MILLIS) == null) {
                System.gc();
            } else {
                left--;
            }
        }
        System.out.println((linked ? "Left " : "Unequal ")
                + dropped.stream().filter(loader -> loader.get() != null).count());
        System.out.println("Children "
                + ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
    }

    private record Own(int number) {}

    /** Stands in for a service, so that this takes no further JVM. */
    private static HttpServer answering() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
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
