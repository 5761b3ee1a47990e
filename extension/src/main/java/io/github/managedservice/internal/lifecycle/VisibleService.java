package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.RunningService;

/** A service that others can mention by name, whoever runs it. */
public interface VisibleService extends RunningService {

    /** What can be said of it. */
    Placeholders placeholders();

    /** Whether it was stopped for good. */
    boolean isStopped();
}
