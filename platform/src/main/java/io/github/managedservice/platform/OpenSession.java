package io.github.managedservice.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** A launcher session: what runs in it, and what is closed with it. */
final class OpenSession implements TestExecutionListener {

    private final Set<TestPlan> running = ConcurrentHashMap.newKeySet();
    private final Map<Object, AutoCloseable> resources = Collections.synchronizedMap(new LinkedHashMap<>());
    private final OtherEngines otherEngines = new OtherEngines();

    Map<Object, AutoCloseable> resources() {
        return resources;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        running.add(plan);
        otherEngines.begin(plan);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        otherEngines.check(test);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        running.remove(plan);
    }

    boolean runs(String uniqueId) {
        UniqueId id = UniqueId.parse(uniqueId);
        for (TestPlan plan : running) {
            if (has(plan, id)) {
                return true;
            }
        }
        return false;
    }

    /** A plan can only be asked for a test that it has. */
    private static boolean has(TestPlan plan, UniqueId id) {
        try {
            plan.getTestIdentifier(id);
            return true;
        } catch (JUnitException e) {
            return false;
        }
    }

    /** Closes all, the last first. */
    void close() {
        List<AutoCloseable> open;
        synchronized (resources) {
            open = new ArrayList<>(resources.values());
            resources.clear();
        }
        Collections.reverse(open);
        Throwable failure = null;
        for (AutoCloseable resource : open) {
            failure = first(failure, close(resource));
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure != null) {
            throw new IllegalStateException("A resource of the launcher session could not be closed", failure);
        }
    }

    private static @Nullable Throwable close(AutoCloseable resource) {
        try {
            resource.close();
            return null;
        } catch (Exception | Error e) {
            return e;
        }
    }

    private static @Nullable Throwable first(@Nullable Throwable first, @Nullable Throwable next) {
        if (first != null && next != null) {
            first.addSuppressed(next);
        }
        return first == null ? next : first;
    }
}
