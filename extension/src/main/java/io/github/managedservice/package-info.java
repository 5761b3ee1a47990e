/**
 * Runs external processes as JUnit test fixtures. {@link io.github.managedservice.ManagedService} on a test class starts a
 * service before the tests and stops it after them. {@link io.github.managedservice.ManagedServiceExtension} does the same for
 * services that are declared in code. {@link io.github.managedservice.service.ServiceLauncher} works without JUnit.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.managedservice;

import org.jspecify.annotations.NullMarked;
