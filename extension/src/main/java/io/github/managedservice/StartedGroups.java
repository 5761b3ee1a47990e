package io.github.managedservice;

import io.github.managedservice.internal.group.ServiceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What one extension has started: several groups where tests or classes that share it run at the same time. */
final class StartedGroups {

    private static final Namespace NAMESPACE = Namespace.create(StartedGroups.class);

    /** Guarded by this. */
    private final List<ServiceGroup> running = new ArrayList<>();

    /** Guarded by this. */
    private @Nullable ServiceGroup latest;

    /** Makes JUnit stop a group with its context. */
    void add(ExtensionContext context, ServiceGroup group) {
        StoredResource stored = () -> {
            try {
                group.close();
            } finally {
                end(group);
            }
        };
        // Each under a key of its own: a store does not close what is replaced in it.
        context.getStore(NAMESPACE).put(group, stored);
    }

    synchronized void begin(ServiceGroup group) {
        running.add(group);
        latest = group;
    }

    private synchronized void end(ServiceGroup group) {
        running.remove(group);
    }

    /** The one that runs, or else the one that ran last. */
    synchronized Optional<ServiceGroup> only() {
        if (running.size() > 1) {
            throw new IllegalStateException("The services of this extension run " + running.size()
                    + " times, for tests that run at the same time, and this thread runs none of them: ask on the thread"
                    + " of the test, or take a parameter of type RunningService");
        }
        return running.isEmpty() ? Optional.ofNullable(latest) : Optional.of(running.get(0));
    }
}
