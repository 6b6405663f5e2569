/** Recomputing files of reference results from their inputs alone. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.validate;
