package io.github.managedservice.service;

/** A service that others can mention by name, whoever runs it. */
interface VisibleService extends RunningService {

    /** What can be said of it. */
    Placeholders placeholders();

    /** Whether it was stopped for good. */
    boolean isStopped();
}
