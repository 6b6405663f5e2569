/** What every method of the library shares: estimates that may not exist, intervals, refusals. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics;
