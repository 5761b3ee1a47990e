/** What a release publishes. */
@NullMarked
package io.github.managedservice.integration.release;

import org.jspecify.annotations.NullMarked;
