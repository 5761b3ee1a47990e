/** Real services, each as an annotation to copy and a test that talks to it. */
@NullMarked
package io.github.managedservice.integration;

import org.jspecify.annotations.NullMarked;
