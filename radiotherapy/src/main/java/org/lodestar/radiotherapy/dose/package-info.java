/** Dose grids, dose-volume histograms, plan sums, biologically effective dose. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.dose;
