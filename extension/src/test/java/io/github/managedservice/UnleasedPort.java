package io.github.managedservice;

import io.github.managedservice.internal.port.PortLease;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that are free, and will be: below all that is leased, or given to those who ask for any. */
public final class UnleasedPort {

    private UnleasedPort() {}

    /** One that nobody listens at and no other test is likely to be given. */
    public static int find() throws IOException {
        for (int tries = 1; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(2_000, 10_000);
            try (PortLease claim = PortLease.claim(port)) {
                return claim.port();
            } catch (IOException taken) {
                if (tries == 100) {
                    throw taken;
                }
            }
        }
    }
}
