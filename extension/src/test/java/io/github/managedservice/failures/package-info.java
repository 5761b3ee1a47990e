/** What a user reads when something fails: each message beside the declaration that made it, in docs/failures.md. */
@NullMarked
package io.github.managedservice.failures;

import org.jspecify.annotations.NullMarked;
