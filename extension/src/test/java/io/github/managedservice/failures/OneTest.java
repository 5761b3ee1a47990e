package io.github.managedservice.failures;

import org.junit.jupiter.api.Test;

/** The test that is not run, for want of a service. */
abstract class OneTest {

    @Test
    void uses_the_service() {}
}
