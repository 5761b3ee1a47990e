/** Ends test runs in every way there is, and counts from outside what is left of their services. */
@NullMarked
package io.github.managedservice.guarantee;

import org.jspecify.annotations.NullMarked;
