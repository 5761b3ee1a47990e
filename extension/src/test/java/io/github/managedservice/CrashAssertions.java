package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.ServiceCrashedException;

/** Recognises the failure of a test whose {@link Fragile} service crashed. */
final class CrashAssertions {

    /** Its first line, to be formatted with the name of the test that saw it first. */
    static final String CRASH =
            "Service 'fragile' ended unexpectedly, N ms into %s: it was ended by SIGKILL (exit code 137), N ms after its start.";

    private CrashAssertions() {}

    /** A message without the times in it. */
    static String message(Throwable failure) {
        return String.valueOf(failure.getMessage())
                // Less than half a millisecond is told as "0 s".
                .replaceAll("\\d+ ms|\\b[\\d.]+ s\\b", "N ms")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME");
    }

    static void assertCrash(Throwable failure, String test) {
        assertThat(failure).isExactlyInstanceOf(ServiceCrashedException.class);
        assertThat(message(failure)).startsWith(CRASH.formatted(test));
    }
}
