package io.github.managedservice.internal.testclass;

import io.github.managedservice.internal.group.ServiceGroup;
import java.util.Set;

/** The services that a test class has for one run, without those that are started for each test. */
public interface TestClassServices {

    /**
     * Tells these services from others; known before they start.
     *
     * @return equal to that of another run if both have the very same services; empty if there are none
     */
    Set<Object> identity();

    /**
     * Starts the services, if that was not done before.
     *
     * @return the services
     */
    ServiceGroup start();
}
