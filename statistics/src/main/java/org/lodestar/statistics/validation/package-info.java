/**
 * Recalculating published reference results from their inputs alone, so that the test suite and the
 * command line's {@code validate} judge the library with one piece of code.
 */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.validation;
