/** Several services of one owner, shared or its own. */
@NullMarked
package io.github.managedservice.internal.group;

import org.jspecify.annotations.NullMarked;
