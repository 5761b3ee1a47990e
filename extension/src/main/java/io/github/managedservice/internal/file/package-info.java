/** Primitives that delete files. */
@NullMarked
package io.github.managedservice.internal.file;

import org.jspecify.annotations.NullMarked;
