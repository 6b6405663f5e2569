package org.lodestar.statistics.survival;

import org.lodestar.statistics.Require;

/**
 * The cumulative hazard (Nelson 1969; Aalen 1978): {@code H(t) = sum over event times s <= t of d /
 * n}, with variance {@code sum d / n^2} (Klein and Moeschberger 2003, 4.2.4).
 */
public final class NelsonAalen {
  private final EventTable table;
  private final double[] hazard;
  private final double[] variance;

  private NelsonAalen(EventTable table) {
    this.table = table;
    this.hazard = new double[table.size()];
    this.variance = new double[table.size()];
    double h = 0;
    double v = 0;
    for (int i = 0; i < hazard.length; i++) {
      double n = table.atRisk(i);
      double d = table.events(i);
      if (d > 0) {
        h += d / n;
        v += d / (n * n);
      }
      hazard[i] = h;
      variance[i] = v;
    }
  }

  /**
   * The cumulative hazard of a data set.
   *
   * @param data the follow-up
   */
  public static NelsonAalen of(SurvivalData data) {
    return new NelsonAalen(EventTable.of(data));
  }

  /** The counts under the estimate. */
  public EventTable table() {
    return table;
  }

  /**
   * H(t), extended flat after the last event.
   *
   * @param t a time of at least 0
   */
  public double hazardAt(double t) {
    int i = table.indexAt(Require.notNegative("t", t));
    return i < 0 ? 0 : hazard[i];
  }

  /**
   * The standard error of H(t).
   *
   * @param t a time of at least 0
   */
  public double standardErrorAt(double t) {
    int i = table.indexAt(Require.notNegative("t", t));
    return i < 0 ? 0 : Math.sqrt(variance[i]);
  }
}
