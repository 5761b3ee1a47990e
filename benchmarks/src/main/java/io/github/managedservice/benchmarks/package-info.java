/** Measures what the documentation claims. */
@NullMarked
package io.github.managedservice.benchmarks;

import org.jspecify.annotations.NullMarked;
