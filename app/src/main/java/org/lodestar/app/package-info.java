/** The imperative shell of the trial. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app;
