/** The protocol model, its reader, lint, print and diff. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.protocol;
