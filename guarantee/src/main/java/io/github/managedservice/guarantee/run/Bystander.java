package io.github.managedservice.guarantee.run;

import java.io.IOException;
import java.util.List;

/** A process that a test starts by itself: nobody's service, so nobody's to end. */
final class Bystander {

    private Bystander() {}

    /** The harness knows it by the token with another digit. */
    static void start() throws IOException {
        new ProcessBuilder(List.of("sleep", RoundFiles.token() + "0"))
                // Surefire waits until nobody holds the pipes of its JVM.
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
