/** What the launcher of the JUnit Platform reports to the extension. A test does not need it. */
@NullMarked
package io.github.managedservice.platform;

import org.jspecify.annotations.NullMarked;
