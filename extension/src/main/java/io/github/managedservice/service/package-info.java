/**
 * The life cycle of an external process as a service: declared by a {@link io.github.managedservice.service.ServiceSpec},
 * started by {@link io.github.managedservice.service.ServiceLauncher}, used as a
 * {@link io.github.managedservice.service.RunningService}. Nothing here needs JUnit.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.managedservice.service;

import org.jspecify.annotations.NullMarked;
