/**
 * Starts, uses and stops external processes, without JUnit. A {@link io.github.managedservice.service.ServiceSpec} declares a
 * service, {@link io.github.managedservice.service.ServiceLauncher} starts it, and
 * {@link io.github.managedservice.service.RunningService} is the running service.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.managedservice.service;

import org.jspecify.annotations.NullMarked;
