package org.lodestar.statistics.survival;

import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;

/**
 * The time by which a given share has had the event, such as the median.
 *
 * @param probability the share, inside (0, 1); 0.5 is the median
 * @param time the quantile; not estimable if the curve never falls to 1 - probability
 * @param interval where the confidence band crosses the same height (Brookmeyer and Crowley 1982,
 *     Biometrics 38:29, for {@link IntervalType#PLAIN}; the same inversion for the other scales)
 * @param type the scale of the band
 * @param rule what was done on a flat stretch
 */
public record SurvivalQuantile(
    double probability, Estimate time, Interval interval, IntervalType type, QuantileRule rule) {}
