/** Shows and compares text that the library did not write. */
@NullMarked
package io.github.managedservice.internal.text;

import org.jspecify.annotations.NullMarked;
