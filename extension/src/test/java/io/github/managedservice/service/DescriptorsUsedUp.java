package io.github.managedservice.service;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JVM that has a service and for a while no file descriptor left, so that nothing in {@code /proc} can be read. */
final class DescriptorsUsedUp {

    private DescriptorsUsedUp() {}

    /** Prints whether the service runs, as far as is known without descriptors, and its exit after a stop with them. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        RunningService service = ServiceLauncher.start(
                ShellService.of("sleeping", "exec sleep 1000").build());
        // To load a class from a folder takes a descriptor.
        service.isRunning();
        List<FileInputStream> all = takeAll();
        boolean running = service.isRunning();
        for (FileInputStream one : all) {
            one.close();
        }
        service.stop();
        System.out.println("Running " + running);
        System.out.println("Exit " + service.onExit().join().exitCode());
    }

    private static List<FileInputStream> takeAll() {
        List<FileInputStream> all = new ArrayList<>();
        try {
            while (true) {
                all.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException noneIsLeft) {
            return all;
        }
    }
}
