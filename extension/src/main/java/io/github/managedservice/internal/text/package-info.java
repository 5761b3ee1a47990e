/** Reads and writes text: commands, names, durations, secrets. */
@NullMarked
package io.github.managedservice.internal.text;

import org.jspecify.annotations.NullMarked;
