/**
 * External processes as JUnit test fixtures: {@link io.github.managedservice.ManagedService} on a test class starts one
 * before its tests and ends it after them. {@link io.github.managedservice.ManagedServiceExtension} does the same for
 * services that are declared in code, and {@link io.github.managedservice.service.ServiceLauncher} without JUnit.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.managedservice;

import org.jspecify.annotations.NullMarked;
