/** Starts, watches and stops one service. */
@NullMarked
package io.github.managedservice.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
