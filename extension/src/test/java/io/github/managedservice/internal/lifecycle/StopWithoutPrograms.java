package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.AllDescriptors;
import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.service.ServiceSpec;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JVM with file descriptors enough to read {@code /proc}, but not to start a program, such as one that sends a signal. */
final class StopWithoutPrograms {

    private StopWithoutPrograms() {}

    /** Takes a folder for logs; prints what came of two stops, whether they waited, and what was logged. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        NotedWaits time = new NotedWaits();
        try (LoggedMessages logged = new LoggedMessages();
                OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun running = start("running", folder, log, time);
            ServiceRun frozen = start("frozen", folder, log, time);
            frozen.pause().freeze();
            String results;
            try (AllDescriptors all = AllDescriptors.take()) {
                for (FileInputStream one : all.taken().subList(0, 4)) {
                    one.close();
                }
                results = stop("running", "INT", running, time) + stop("frozen", "TERM", frozen, time);
            }
            running.end();
            frozen.end();
            System.out.print(results);
            logged.all().forEach(message -> System.out.println("Logged: " + message));
        }
    }

    private static ServiceRun start(String name, Path folder, OutputLog log, NotedWaits time) throws IOException {
        Launch launch = new Launch(List.of("/bin/sleep", "1000"), folder, Map.of(), MarkNumbers.newMark());
        return ServiceRun.start(name, launch, Optional.empty(), log, time);
    }

    private static String stop(String name, String signal, ServiceRun run, NotedWaits time) {
        Duration timeout = Duration.ofSeconds(20);
        ServiceSpec spec = ShellService.of(name, "")
                .stopSignal(signal)
                .stopTimeout(timeout)
                .build();
        long began = System.nanoTime();
        boolean gone = new PoliteStop(spec.declaration(), run, PoliteStopTests::noMask, time).askAndWait();
        boolean waited = System.nanoTime() - began >= timeout.toNanos();
        return "Stopped " + name + ": " + gone + ", waited " + waited + " " + time.limits() + "\n";
    }
}
