package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.efficacy.TimeToEvent;

/**
 * A survival curve at one month: what stands under a tick of its picture and in the table beside.
 *
 * @param atRisk followed just before this month
 * @param events up to and including this month
 * @param censored up to and including this month
 */
public record Tick(
    int month, int atRisk, int events, int censored, Estimate survival, Interval interval) {

  /** The ticks from month 0 to the first at or after the end of the follow-up. */
  public static List<Tick> of(
      SurvivalCurve curve, BigDecimal monthDays, int everyMonths, double level) {
    KaplanMeier estimate = curve.kaplanMeier();
    List<Tick> ticks = new ArrayList<>();
    double last = estimate.lastTime() / monthDays.doubleValue();
    int end = (int) Math.ceil(last / everyMonths) * everyMonths;
    for (int month = 0; month <= end; month += everyMonths) {
      double day = month * monthDays.doubleValue();
      ticks.add(
          new Tick(
              month,
              estimate.atRisk(day),
              count(curve, day, true),
              count(curve, day, false),
              estimate.survivalAt(day),
              estimate.landmark(day, IntervalType.LOG_LOG, level).interval()));
    }
    return ticks;
  }

  private static int count(SurvivalCurve curve, double day, boolean event) {
    return (int)
        curve.times().stream()
            .filter(time -> time.event() == event)
            .filter(time -> ends(time, day))
            .count();
  }

  private static boolean ends(TimeToEvent time, double day) {
    return time.days() <= day;
  }
}
