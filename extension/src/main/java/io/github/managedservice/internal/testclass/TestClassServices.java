package io.github.managedservice.internal.testclass;

import io.github.managedservice.internal.group.ServiceGroup;
import java.util.Set;

/** The services that a test class has for one run, without those that are started for each test. */
public interface TestClassServices {

    /** Equal for runs with the very same services; known before they start; empty if there are none. */
    Set<Object> identity();

    /** Does nothing the second time. */
    ServiceGroup start();
}
