/** Does things later. */
@NullMarked
package io.github.managedservice.internal.time;

import org.jspecify.annotations.NullMarked;
