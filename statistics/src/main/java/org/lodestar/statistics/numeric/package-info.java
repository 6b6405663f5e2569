/** Roots, quadrature and small symmetric matrices. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.numeric;
