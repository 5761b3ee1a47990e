/** Drains what a service prints into one log, and finds lines in it. */
@NullMarked
package io.github.managedservice.internal.output;

import org.jspecify.annotations.NullMarked;
