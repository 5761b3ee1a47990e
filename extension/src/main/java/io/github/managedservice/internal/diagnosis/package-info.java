/** Says, from what was seen of a failed start, why it may have failed: hints, each from evidence. */
@NullMarked
package io.github.managedservice.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
