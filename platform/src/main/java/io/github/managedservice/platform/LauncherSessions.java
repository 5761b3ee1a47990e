package io.github.managedservice.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Follows the launcher sessions of this JVM. The launcher finds it in {@code META-INF/services}; the extension finds it by
 * name, because a module cannot link to a jar of the class path.
 *
 * @since 0.1.0
 */
public final class LauncherSessions implements LauncherSessionListener {

    private static final Map<LauncherSession, OpenSession> OPEN = new ConcurrentHashMap<>();

    /** Called by the launcher. */
    public LauncherSessions() {}

    /**
     * Finds what the session in which a test runs keeps until it is closed.
     *
     * @param uniqueId the test or class
     * @return the resources by their keys, closed in reverse order; empty if no session runs it, as with
     *     {@code EngineTestKit}
     */
    public static Optional<Map<Object, AutoCloseable>> resourcesOf(String uniqueId) {
        for (OpenSession session : OPEN.values()) {
            if (session.runs(uniqueId)) {
                return Optional.of(session.resources());
            }
        }
        return Optional.empty();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        OpenSession open = new OpenSession();
        OPEN.put(session, open);
        session.getLauncher().registerTestExecutionListeners(open);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        OpenSession open = OPEN.remove(session);
        if (open != null) {
            open.close();
        }
    }
}
