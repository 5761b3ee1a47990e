/** What is declared of services, checked and parsed. */
@NullMarked
package io.github.managedservice.internal.declaration;

import org.jspecify.annotations.NullMarked;
