/** What the library says in the log of the tests. */
@NullMarked
package io.github.managedservice.internal.log;

import org.jspecify.annotations.NullMarked;
