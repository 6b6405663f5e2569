/** Operating characteristics by simulation; the seed is an argument. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.simulation;
