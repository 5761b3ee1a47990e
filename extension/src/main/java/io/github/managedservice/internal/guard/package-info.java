/** Ends the services of a JVM that died before it could. */
@NullMarked
package io.github.managedservice.internal.guard;

import org.jspecify.annotations.NullMarked;
