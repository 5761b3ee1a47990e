package io.github.managedservice.guarantee.run;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves this JVM and its children a few processes and threads more than they have. */
final class ThreadShortage implements BeforeAllCallback, AfterAllCallback {

    private static final Path GROUP = Path.of(System.getProperty("guarantee.group", ""));
    private static final int KINDS = 3;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // With a first service come the guard and the library's own threads.
        ServiceSpec first = ServiceSpec.builder("sleep", RoundFiles.token()).build();
        try (RunningService service = ServiceLauncher.start(first)) {
            if (!service.isRunning()) {
                throw new IllegalStateException("The first service does not run.");
            }
        }
        int now =
                Integer.parseInt(Files.readString(GROUP.resolve("pids.current")).strip());
        int more = 1 + (int) (Long.parseLong(RoundFiles.token()) % KINDS);
        limit(Integer.toString(now + more));
        RoundFiles.ready();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        limit("max");
    }

    private static void limit(String text) throws IOException {
        Files.writeString(GROUP.resolve("pids.max"), text);
    }
}
