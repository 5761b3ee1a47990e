package io.github.managedservice.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The baseline for a group: services as a careful developer starts them without any library, all at once.
 *
 * @param services all of them, ready
 */
record BareGroup(List<BareService> services) {

    /** A thread for each, for each has to wait for its line. */
    static BareGroup start(List<List<String>> commands, String readyPattern) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(commands.size());
        List<Future<BareService>> starting = new ArrayList<>();
        for (List<String> command : commands) {
            starting.add(threads.submit(() -> BareService.start(command, readyPattern)));
        }
        threads.shutdown();
        List<BareService> services = new ArrayList<>();
        for (Future<BareService> service : starting) {
            try {
                services.add(service.get());
            } catch (ExecutionException e) {
                throw new IOException("A service could not be started", e);
            }
        }
        return new BareGroup(services);
    }

    void stop() {
        services.forEach(service -> service.process().destroy());
        services.forEach(service -> service.process().onExit().join());
    }
}
