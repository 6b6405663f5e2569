package org.lodestar.statistics.survival;

/** How the Cox partial likelihood treats several events at one time. */
public enum Ties {
  /** Efron 1977, JASA 72:557: the tied leave the risk set one by one, on average. R's default. */
  EFRON,
  /** Breslow 1974, Biometrics 30:89: all tied stay at risk for each other. SAS's default. */
  BRESLOW,
  /** The discrete logistic likelihood (Cox 1972): all subsets of that many at risk. */
  EXACT
}
