/** Group sequential boundaries and alpha spending. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.sequential;
