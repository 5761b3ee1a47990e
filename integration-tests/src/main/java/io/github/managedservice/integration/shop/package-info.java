/** The service of the builds tested from outside, which have it as a dependency. */
@NullMarked
package io.github.managedservice.integration.shop;

import org.jspecify.annotations.NullMarked;
