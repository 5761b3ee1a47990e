/** Primitives that ask whether a service is ready: one question per probe, asked again until the answer is yes. */
@NullMarked
package io.github.managedservice.internal.readiness;

import org.jspecify.annotations.NullMarked;
