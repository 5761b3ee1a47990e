/** Gives hints on why a start failed. Each hint rests on evidence. */
@NullMarked
package io.github.managedservice.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
