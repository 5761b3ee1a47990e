package shop;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Test;

/** Of {@code managedservice.enabled}. */
@ManagedService(command = "/no/such/program")
class DisabledTest {

    @Test
    void is_skipped() {
        fail("It needs a service, and may not have one");
    }
}
