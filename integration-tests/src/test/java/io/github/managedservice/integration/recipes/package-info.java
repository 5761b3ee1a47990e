/** The recipes of docs/recipes.md, run against engines of the tests' own. */
@NullMarked
package io.github.managedservice.integration.recipes;

import org.jspecify.annotations.NullMarked;
