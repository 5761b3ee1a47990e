/** Explains why a start failed by hints, each of which rests on evidence. */
@NullMarked
package io.github.managedservice.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
