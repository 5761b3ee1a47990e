/** What others are told of a test class that is being run, who know nothing of its test framework. */
@NullMarked
package io.github.managedservice.internal.testclass;

import org.jspecify.annotations.NullMarked;
