package io.github.managedservice;

import io.github.managedservice.internal.group.ServiceObservation;
import io.github.managedservice.internal.group.ServiceOutput;
import io.github.managedservice.service.ServiceCrashedException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.MediaType;
import org.opentest4j.TestAbortedException;

/**
 * Puts what services printed during a test that failed into JUnit's reports, and says so beside the failure: what is suppressed
 * is shown wherever a failure is.
 */
final class FailedTestOutput extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private FailedTestOutput(String message) {
        super(message, null, false, false);
    }

    /** Ends the observation of a test or class, whose failure may be a crash that the check finds. */
    static void conclude(ExtensionContext context, ServiceObservation observation, Runnable check) {
        Optional<Throwable> failure = context.getExecutionException();
        try {
            check.run();
        } catch (ServiceCrashedException crash) {
            publish(context, observation, failure.orElse(crash));
            throw crash;
        }
        if (failure.isPresent()) {
            publish(context, observation, failure.get());
        }
    }

    static void publish(ExtensionContext context, ServiceObservation observation, Throwable failure) {
        List<ServiceOutput> output = failure instanceof TestAbortedException ? List.of() : observation.output();
        if (!output.isEmpty()) {
            failure.addSuppressed(new FailedTestOutput(output.stream()
                    .map(each -> "service '" + each.service() + "' printed " + each.size() + " bytes during this test: "
                            + publish(context, each))
                    .collect(Collectors.joining("\n  "))));
        }
    }

    // Removed one day for a type that JUnit before 5.14 has not.
    @SuppressWarnings({"deprecation", "removal"})
    private static String publish(ExtensionContext context, ServiceOutput output) {
        AtomicReference<Path> published = new AtomicReference<>();
        try {
            context.publishFile(output.service() + ".log", MediaType.TEXT_PLAIN_UTF_8, file -> {
                output.writeTo(file);
                published.set(file);
            });
            return String.valueOf(published.get());
        } catch (RuntimeException noPlaceForFiles) {
            // A launcher need not have one, and a full disk is no reason to hide why the test failed.
            return output.log() + " from byte " + output.position() + " on";
        }
    }
}
