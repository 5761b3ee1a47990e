package shop;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Test;

/** Not run by default, because of its name. */
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--maxmemory", "plenty"},
        readyPattern = "Ready to accept connections")
class FailsOnPurpose {

    @Test
    void never_starts() {}
}
