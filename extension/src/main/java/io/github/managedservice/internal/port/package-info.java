/** Primitives that find a free TCP port and keep it from every other test run on this machine. */
@NullMarked
package io.github.managedservice.internal.port;

import org.jspecify.annotations.NullMarked;
