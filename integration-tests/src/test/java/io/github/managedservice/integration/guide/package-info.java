/** The code that docs/guide shows, compiled and run. Redis is on the path, as it is for its readers. */
@NullMarked
package io.github.managedservice.integration.guide;

import org.jspecify.annotations.NullMarked;
