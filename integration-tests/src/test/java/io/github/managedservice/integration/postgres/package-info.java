/** Test classes that know nothing of each other and need the same server. */
@NullMarked
package io.github.managedservice.integration.postgres;

import org.jspecify.annotations.NullMarked;
