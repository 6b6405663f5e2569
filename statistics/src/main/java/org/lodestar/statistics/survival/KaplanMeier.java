package org.lodestar.statistics.survival;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;

/**
 * The product-limit estimate of a survival curve (Kaplan and Meier 1958, JASA 53:457): {@code S(t)
 * = prod over event times s <= t of (1 - d / n)}, with Greenwood's variance {@code Var S = S^2 sum
 * d / (n (n - d))}.
 *
 * <p>Left truncation is respected. Nothing is reported after the last follow-up time while the
 * curve is above 0. Memory is proportional to the number of distinct times.
 */
public final class KaplanMeier {
  /** How near S must come to a height to count as equal to it (R's tolerance). */
  private static final double SAME_HEIGHT = Math.sqrt(Math.ulp(1.0));

  private final EventTable table;
  private final int participants;
  private final int eventCount;
  private final double[] survival;
  private final double[] greenwood;

  private KaplanMeier(EventTable table, int participants, int eventCount) {
    this.table = table;
    this.participants = participants;
    this.eventCount = eventCount;
    this.survival = new double[table.size()];
    this.greenwood = new double[table.size()];
    double s = 1;
    double sum = 0;
    for (int i = 0; i < survival.length; i++) {
      double n = table.atRisk(i);
      double d = table.events(i);
      if (d > 0) {
        s *= (n - d) / n;
        sum += d / (n * (n - d));
      }
      survival[i] = s;
      greenwood[i] = sum;
    }
  }

  /**
   * The curve of a data set.
   *
   * @param data the follow-up
   */
  public static KaplanMeier of(SurvivalData data) {
    return new KaplanMeier(EventTable.of(data), data.size(), data.eventCount());
  }

  /**
   * The curve of follow-up from time 0.
   *
   * @param times follow-up times
   * @param events whether each is an event
   */
  public static KaplanMeier of(double[] times, boolean[] events) {
    return of(SurvivalData.of(times, events));
  }

  /**
   * The curve of follow-up from time 0.
   *
   * @param times follow-up times
   * @param status 1 event, 0 censored
   */
  public static KaplanMeier of(double[] times, int[] status) {
    return of(SurvivalData.of(times, status));
  }

  /** The number of participants. */
  public int participants() {
    return participants;
  }

  /** The number of events. */
  public int eventCount() {
    return eventCount;
  }

  /** The counts under the curve. */
  public EventTable table() {
    return table;
  }

  /** The longest follow-up time. */
  public double lastTime() {
    return table.time(table.size() - 1);
  }

  /**
   * One row of the curve.
   *
   * @param time a distinct follow-up time
   * @param atRisk the number at risk just before it
   * @param events the events at it
   * @param censored the censorings at it
   * @param survival S at and after it
   * @param standardError Greenwood's; not estimable where S is 0
   */
  public record Step(
      double time, int atRisk, int events, int censored, double survival, Estimate standardError) {}

  /** The rows in increasing time, a view that makes each on demand. */
  public List<Step> steps() {
    return new StepList();
  }

  /**
   * S(t): 1 before the first event.
   *
   * @param t a time of at least 0
   * @return not estimable after the last follow-up time while the curve is above 0
   */
  public Estimate survivalAt(double t) {
    Require.notNegative("t", t);
    if (t > lastTime() && heightAt(t) > 0) {
      return Estimate.notEstimable("follow-up ends at " + lastTime());
    }
    return Estimate.of(heightAt(t));
  }

  /**
   * The number still followed just before t.
   *
   * @param t a time of at least 0
   */
  public int atRisk(double t) {
    Require.notNegative("t", t);
    int next = table.indexAt(t);
    if (next < 0 || table.time(next) < t) {
      next++;
    }
    return next < table.size() ? table.atRisk(next) : 0;
  }

  /**
   * Survival at a landmark, with its interval.
   *
   * @param time the landmark, at least 0
   * @param type the scale of the interval
   * @param level the coverage, inside (0, 1)
   */
  public Landmark landmark(double time, IntervalType type, double level) {
    Estimate s = survivalAt(time);
    IntervalType.z(level);
    if (!s.isEstimable()) {
      Interval none = new Interval(s, s, level);
      return new Landmark(time, s, s, none, type, atRisk(time));
    }
    int i = table.indexAt(time);
    Estimate error = i < 0 ? Estimate.of(0) : standardErrorAt(i);
    Interval interval = i < 0 ? Interval.of(1, 1, level) : intervalAt(i, type, level);
    return new Landmark(time, s, error, interval, type, atRisk(time));
  }

  /**
   * The pointwise confidence interval at a distinct time.
   *
   * @param i the index of the time in {@link #table()}
   * @param type the scale of the interval
   * @param level the coverage, inside (0, 1)
   */
  public Interval intervalAt(int i, IntervalType type, double level) {
    return type.around(survival[i], Math.sqrt(greenwood[i]), level);
  }

  /**
   * The median with R's rule for flat stretches.
   *
   * @param type the scale of the interval
   * @param level the coverage, inside (0, 1)
   */
  public SurvivalQuantile median(IntervalType type, double level) {
    return quantile(0.5, type, level, QuantileRule.MIDPOINT);
  }

  /**
   * A quantile with the interval made by inverting the confidence band.
   *
   * @param probability the share that has had the event, inside (0, 1)
   * @param type the scale of the band
   * @param level the coverage, inside (0, 1)
   * @param rule what to do on a flat stretch
   */
  public SurvivalQuantile quantile(
      double probability, IntervalType type, double level, QuantileRule rule) {
    Require.insideUnit("probability", probability);
    double z = IntervalType.z(level);
    double height = 1 - probability;
    Estimate time = crossing(survival, height, rule);
    double[] lower = new double[survival.length];
    double[] upper = new double[survival.length];
    for (int i = 0; i < survival.length; i++) {
      boolean exists = type.existsAt(survival[i]);
      double seLog = Math.sqrt(greenwood[i]);
      lower[i] = exists ? type.lower(survival[i], seLog, z) : Double.POSITIVE_INFINITY;
      upper[i] = exists ? type.upper(survival[i], seLog, z) : Double.POSITIVE_INFINITY;
    }
    Interval interval =
        new Interval(crossing(lower, height, rule), crossing(upper, height, rule), level);
    return new SurvivalQuantile(probability, time, interval, type, rule);
  }

  /** Where a curve reaches a height, with the rule for a flat stretch there. */
  private Estimate crossing(double[] curve, double height, QuantileRule rule) {
    int first = reach(curve, height + SAME_HEIGHT, rule);
    if (first < 0) {
      return Estimate.notEstimable("the curve stays above " + height);
    }
    double start = table.time(first);
    if (rule == QuantileRule.FIRST_TIME || curve[first] < height - SAME_HEIGHT) {
      return Estimate.of(start);
    }
    int next = reach(curve, height - SAME_HEIGHT, rule);
    if (next >= 0) {
      return Estimate.of(0.5 * (start + table.time(next)));
    }
    return rule == QuantileRule.MIDPOINT
        ? Estimate.of(0.5 * (start + lastTime()))
        : Estimate.notEstimable("no event ends the flat stretch at " + height);
  }

  /**
   * The index at which a curve is at or below a height: the first, or under R's rule the one
   * nearest below, which differs only where a confidence limit rises again.
   */
  private static int reach(double[] curve, double height, QuantileRule rule) {
    int found = -1;
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] <= height && (found < 0 || curve[i] > curve[found])) {
        found = i;
        if (rule != QuantileRule.MIDPOINT) {
          return found;
        }
      }
    }
    return found;
  }

  /** S at any time, extended flat; callers decide whether that may be shown. */
  double heightAt(double t) {
    int i = table.indexAt(t);
    return i < 0 ? 1 : survival[i];
  }

  /** S at a distinct time. */
  double height(int i) {
    return survival[i];
  }

  private Estimate standardErrorAt(int i) {
    return survival[i] > 0
        ? Estimate.of(survival[i] * Math.sqrt(greenwood[i]))
        : Estimate.notEstimable("Greenwood's variance does not exist at survival 0");
  }

  private final class StepList extends AbstractList<Step> implements RandomAccess {
    @Override
    public Step get(int i) {
      return new Step(
          table.time(i),
          table.atRisk(i),
          table.events(i),
          table.censored(i),
          survival[i],
          standardErrorAt(i));
    }

    @Override
    public int size() {
      return survival.length;
    }
  }
}
