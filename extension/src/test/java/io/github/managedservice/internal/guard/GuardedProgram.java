package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.process.BackOff;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A JVM with one service, which tells about it and then does what it reads from standard input. */
final class GuardedProgram {

    private GuardedProgram() {}

    /** Takes a script for the service, its argument, how many lines "up" it prints, maybe a stop script and its limit. */
    public static void main(String[] arguments) throws Exception {
        ProcessMark mark = MarkNumbers.newMark();
        Guard.shared().expect(mark, stopCommand(arguments));
        ChildProcess service = start(mark, arguments);
        new Lines(service.stdout()).await("up", Integer.parseInt(arguments[2]));
        if (!Boolean.getBoolean("starting")) {
            Guard.shared().ready(mark);
        }
        System.out.println(mark.cookie());
        System.out.println(Guard.shared().pid().orElseThrow());
        System.out.println(service.pid());
        if (Boolean.getBoolean("nested")) {
            // A service has an empty standard input: nobody will give an order.
            new CountDownLatch(1).await();
        }
        for (int order = System.in.read(); order >= 0; order = System.in.read()) {
            switch (order) {
                case 'g' -> System.out.println(replaceGuard());
                case 'd' -> Guard.shared().created(directory());
                case 'u' -> Guard.shared().deleted(directory());
                case 'h' -> Runtime.getRuntime().halt(3);
                case 'x' -> System.exit(4);
                default -> {
                    service.tree().kill(Duration.ofSeconds(20));
                    Guard.shared().ended(mark);
                }
            }
        }
    }

    private static Path directory() {
        return Path.of(System.getProperty("directory"));
    }

    private static Optional<StopCommand> stopCommand(String[] arguments) {
        if (arguments.length == 3) {
            return Optional.empty();
        }
        return Optional.of(new StopCommand(
                List.of(System.getProperty("shell", "/bin/sh"), "-c", arguments[3], "stop", arguments[1]),
                Path.of("/tmp"),
                Map.of("PATH", "/usr/bin:/bin", "odd.name", "it's\nodd"),
                Duration.parse(arguments[4])));
    }

    private static ChildProcess start(ProcessMark mark, String[] arguments) throws IOException {
        List<String> command = List.of("/bin/sh", "-c", arguments[0], "service", arguments[1]);
        Launch launch = new Launch(command, Path.of("/tmp"), Map.of("PATH", "/usr/bin:/bin"), mark);
        return ChildProcess.spawn("forked", launch, Guard.shared()).letGo();
    }

    private static long replaceGuard() throws InterruptedException {
        long killed = Guard.shared().pid().orElseThrow();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        while (Guard.shared().pid().orElse(killed) == killed && !backOff.isOver()) {
            backOff.pause();
        }
        return Guard.shared().pid().orElseThrow();
    }
}
