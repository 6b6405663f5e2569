/** {@code lodestar analyse}: survival analyses of a CSV file. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.analyse;
