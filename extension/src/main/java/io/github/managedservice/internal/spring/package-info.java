/** Puts the values of services into the Environment of a Spring test. Spring is needed here alone, and is optional. */
@NullMarked
package io.github.managedservice.internal.spring;

import org.jspecify.annotations.NullMarked;
