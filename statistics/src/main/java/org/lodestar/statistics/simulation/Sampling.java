package org.lodestar.statistics.simulation;

/** How random numbers become participants. Results are bit-equal only for one of them. */
public enum Sampling {
  /** Exponentials by the ziggurat: fits every trial, and is quick on every machine. */
  ZIGGURAT,
  /**
   * Exponentials by a logarithm without branches, many trials at once: for exponential survival
   * with uniform accrual and no schedule of scans. Where the processor has long vectors, HotSpot
   * (Java 25, AVX-512) makes it two to three times as quick as the ziggurat; elsewhere it is
   * slower.
   */
  LOGARITHM
}
