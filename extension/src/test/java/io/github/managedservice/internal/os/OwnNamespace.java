package io.github.managedservice.internal.os;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that starts a service and kills it, to be run where {@code /proc} is that of other processes. */
final class OwnNamespace {

    private OwnNamespace() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        System.out.println("Table " + ProcessTables.ofThisPlatform().getClass().getSimpleName());
        Launch launch = new Launch(List.of("/bin/sleep", "1000"), Path.of("/"), Map.of(), MarkNumbers.newMark());
        Guard guard = Guard.shared();
        guard.expect(launch.mark(), Optional.empty());
        ChildProcess service = ChildProcess.spawn("sleeping", launch, guard).letGo();
        System.out.println("Runs " + service.isAlive());
        System.out.println("Survivors " + service.tree().kill(Duration.ofSeconds(20)));
        System.out.println("Exit " + service.onExit().get());
        System.out.println("Has ended " + !service.isAlive());
    }
}
