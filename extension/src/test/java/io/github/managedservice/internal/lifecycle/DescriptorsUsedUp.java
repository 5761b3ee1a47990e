package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.AllDescriptors;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;

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
        AllDescriptors all = AllDescriptors.take();
        boolean running = service.isRunning();
        all.close();
        service.stop();
        System.out.println("Running " + running);
        System.out.println("Exit " + service.onExit().join().exitCode());
    }
}
