/** The probability distributions that the methods are written in. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.distribution;
