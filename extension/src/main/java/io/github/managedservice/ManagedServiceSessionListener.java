package io.github.managedservice;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends the services of {@link Scope#SESSION}. The launcher finds it by itself; nobody else needs it.
 *
 * @since 0.1.0
 */
// Who has no launcher on the module path does not see this class.
@SuppressWarnings("exports")
public final class ManagedServiceSessionListener implements LauncherSessionListener {

    private final Deque<SessionServices> sessions = new ConcurrentLinkedDeque<>();

    /** For the launcher. */
    public ManagedServiceSessionListener() {}

    /** Starts nothing: a session may be opened where no test runs, as in Maven's own JVM. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        sessions.push(SessionServices.open());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        sessions.pop().close();
    }
}
