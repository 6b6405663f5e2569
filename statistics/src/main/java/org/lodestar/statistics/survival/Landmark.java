package org.lodestar.statistics.survival;

import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;

/**
 * Survival at one time, such as the 12-month rate.
 *
 * @param time the landmark
 * @param survival S(time); not estimable after the last follow-up while the curve is above 0
 * @param standardError Greenwood's, of S; not estimable where S is 0
 * @param interval the confidence interval
 * @param type the scale on which it was made
 * @param atRisk how many were still followed just before the landmark
 */
public record Landmark(
    double time,
    Estimate survival,
    Estimate standardError,
    Interval interval,
    IntervalType type,
    int atRisk) {}
