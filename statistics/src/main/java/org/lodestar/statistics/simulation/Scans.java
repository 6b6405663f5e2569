package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;

/**
 * Scheduled scans, at which alone an event is seen: it is dated to the next scan after it happened.
 *
 * @param interval the time between scans; 0 if events are seen when they happen
 * @param censorAtLast whether those without an event are censored at their last scan, as most
 *     protocols say of progression, or else at the end of follow-up
 */
public record Scans(double interval, boolean censorAtLast) {
  /** Events are seen when they happen. */
  public static final Scans NONE = new Scans(0, false);

  /** Refuses a negative interval. */
  public Scans {
    Require.notNegative("interval", interval);
  }

  /**
   * Scans at an interval; those without an event are censored at the end of follow-up.
   *
   * @param interval above 0
   */
  public static Scans every(double interval) {
    return new Scans(Require.positive("interval", interval), false);
  }

  /** When an event is seen. */
  double seen(double event) {
    return interval > 0 ? Math.ceil(event / interval) * interval : event;
  }

  /** When someone without an event is censored. */
  double censored(double followed) {
    return interval > 0 && censorAtLast ? Math.floor(followed / interval) * interval : followed;
  }
}
