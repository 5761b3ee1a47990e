package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.process.SignalDefaults;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prepares the first start in a JVM on another thread: starts the guard, asks what {@code env} can do, and loads the classes
 * that are needed once the process has been spawned. None of this depends on the declaration.
 *
 * <p>Code that needs one of these waits for it or does it again, so a failure here is reported there.
 */
public final class HeadStart {

    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    static final String ROOT = "io.github.managedservice.";

    /** In the order in which they are needed. */
    static final String[] NEEDED_LATER = {
        "internal.process.LaunchCommand",
        "internal.process.ExactEnvironment",
        "internal.process.ChildProcess",
        "internal.process.OutputPipes",
        "internal.process.ProcessTree",
        "internal.process.TreeMembers",
        "internal.process.SignalSender",
        "internal.log.LibraryLog",
        "internal.lifecycle.ServiceRun",
        "internal.output.OutputPump",
        "internal.output.OutputPump$PumpThread",
        "internal.lifecycle.RunPause",
        "internal.text.VisibleText",
        "internal.readiness.Starting",
        "internal.lifecycle.ConditionContext",
        "internal.lifecycle.StartRace",
        "internal.readiness.ReadinessWatches",
        "internal.readiness.LineConditionWatch",
        "internal.output.LineWatch",
        "internal.output.LineSearch",
        "internal.output.LineReader",
        "internal.output.LineAssembler",
        "internal.output.LineMatcher",
        "internal.time.FairLimit",
        "internal.time.Reminders",
        "internal.lifecycle.StartRace$Loan",
        "internal.output.FloodPace",
        "internal.output.LineText",
        "internal.text.StoppableText",
        "internal.output.LineMatch",
        "internal.lifecycle.StartRace$Outcome",
        "internal.time.Later",
        "internal.lifecycle.AppliedProperties",
        "internal.lifecycle.StopOnShutdown"
    };

    private HeadStart() {}

    /** Returns at once. Only the first call of a JVM does anything. */
    public static void take() {
        if (TAKEN.compareAndSet(false, true)) {
            Thread thread = new Thread(HeadStart::prepare, "managed-service-head-start");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.setUncaughtExceptionHandler((failed, e) -> {});
            try {
                thread.start();
            } catch (OutOfMemoryError noThread) {
                // All is done later, by the thread that needs it.
            }
        }
    }

    private static void prepare() {
        Guard.shared().prepare();
        SignalDefaults.words();
        try {
            for (String name : NEEDED_LATER) {
                Class.forName(ROOT + name);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
