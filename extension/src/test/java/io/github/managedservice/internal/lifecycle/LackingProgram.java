package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceStartException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A JVM that starts services while it can have no more than a certain number of threads, or of file descriptors. */
final class LackingProgram {

    private LackingProgram() {}

    /** Takes what it lacks, and how many at most it has; prints what came of each start, and what was left of it. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        // A class that is loaded from a folder takes a descriptor, and one that cannot be loaded is lost for good.
        Shortage.reason(
                FailureReport.noResources("lacking", Path.of("lacking.log"), new IOException("Too many open files")));
        start(port, "2").stop();
        try {
            start(port, "1");
        } catch (ServiceStartException expected) {
            System.out.println("Loaded");
        }
        for (int free = 0; free <= Integer.parseInt(arguments[1]); free++) {
            Deque<Taken> all = takeAll(arguments[0]);
            release(all, free);
            String outcome;
            try {
                start(port, "2").stop();
                outcome = "Started";
            } catch (ServiceStartException e) {
                outcome = "Failed: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            } catch (Throwable e) {
                outcome = "Threw " + e;
            }
            release(all, all.size());
            System.out.println(outcome);
            PortLease.claim(port).close();
            System.out.println("Left " + processes() + " processes, " + directories() + " directories");
        }
    }

    private static RunningService start(int port, String seconds) {
        return ServiceLauncher.start(ShellService.of(
                        "lacking", "test $1 = 2 || exit 1; echo up; exec sleep 1000", seconds, "${port}", "${tempDir}")
                .port(port)
                .readyPattern("up")
                .failurePattern("down")
                .build());
    }

    private static int freePort() throws IOException {
        try (PortLease lease = PortLease.lease()) {
            return lease.port();
        }
    }

    private static Deque<Taken> takeAll(String what) {
        Deque<Taken> all = new ArrayDeque<>();
        try {
            while (true) {
                all.add(what.equals("threads") ? new TakenThread() : new TakenDescriptor());
            }
        } catch (IOException | OutOfMemoryError noneIsLeft) {
            return all;
        }
    }

    private static void release(Deque<Taken> taken, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            taken.remove().giveBack();
        }
    }

    /** Without the guard, and the dead whom the JDK had no thread to wait for. */
    private static long processes() {
        return ProcessHandle.current()
                .children()
                .filter(LackingProgram::isService)
                .count();
    }

    private static boolean isService(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                            .contains(") Z ")
                    && !Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                            .contains("managed-service-guard");
        } catch (IOException e) {
            return false;
        }
    }

    private static long directories() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("managed-service-lacking"))
                    .count();
        }
    }

    private interface Taken {
        void giveBack() throws Exception;
    }

    private static final class TakenDescriptor implements Taken {

        private final FileInputStream stream = new FileInputStream("/dev/null");

        TakenDescriptor() throws IOException {}

        @Override
        public void giveBack() {
            try {
                stream.close();
            } catch (IOException e) {
                // JDK 17 has closed it already, see AllDescriptors.
            }
        }
    }

    private static final class TakenThread implements Taken {

        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread = new Thread(this::await);

        TakenThread() {
            thread.setDaemon(true);
            thread.start();
        }

        private void await() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void giveBack() throws InterruptedException {
            end.countDown();
            thread.join();
        }
    }
}
