package io.github.managedservice.service;

/** A service that others can mention by name, whoever runs it. */
sealed interface VisibleService extends RunningService permits StartedService, ExternalService {

    /** What can be said of it. */
    Placeholders placeholders();

    /** Whether it was stopped for good. */
    boolean isStopped();
}
