/** What runs in the JVMs that are ended: ordinary tests with ordinary services. */
@NullMarked
package io.github.managedservice.guarantee.run;

import org.jspecify.annotations.NullMarked;
