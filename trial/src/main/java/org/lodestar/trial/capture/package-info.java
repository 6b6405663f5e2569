/** Forms, items, edit checks, roles, and the casebook folded from them. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.capture;
