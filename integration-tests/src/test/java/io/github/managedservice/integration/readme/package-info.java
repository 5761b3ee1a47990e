/** The code that the documentation shows. */
@NullMarked
package io.github.managedservice.integration.readme;

import org.jspecify.annotations.NullMarked;
