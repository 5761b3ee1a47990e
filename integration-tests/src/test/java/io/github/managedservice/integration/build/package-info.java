/** What the build itself relies on. */
@NullMarked
package io.github.managedservice.integration.build;

import org.jspecify.annotations.NullMarked;
