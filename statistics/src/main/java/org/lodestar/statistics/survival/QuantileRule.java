package org.lodestar.statistics.survival;

/**
 * What a quantile is when the curve runs flat at exactly that height. The curve then meets 1 - p on
 * a whole stretch, and programs differ; a report must say which rule it used.
 */
public enum QuantileRule {
  /**
   * The middle of the flat stretch, which ends at the next event or, if none follows, at the last
   * follow-up time. R's {@code survival::quantile.survfit}, also in this: where few remain at risk
   * a confidence limit may rise again, and the limit of the quantile is then the time whose limit
   * lies nearest below 1 - p, not the first.
   */
  MIDPOINT,
  /**
   * The middle between the two event times that bound the stretch; not estimable if no event
   * follows. SAS's PROC LIFETEST.
   */
  MIDPOINT_OF_EVENTS,
  /** The first time at which S(t) is 1 - p or less, the textbook inf{t : S(t) &lt;= 1 - p}. */
  FIRST_TIME
}
