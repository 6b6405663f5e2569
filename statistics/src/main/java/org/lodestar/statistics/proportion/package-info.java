/** Proportions and rates: intervals and exact tests. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.proportion;
