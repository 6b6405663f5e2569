package org.lodestar.statistics.survival;

import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Require;

/**
 * Right-censored follow-up, one row per participant: a time, whether the event was seen then, and
 * optionally the time at which observation began (left truncation). Immutable; validated once, so
 * that no method meets a NaN, a negative time or a status other than 0 and 1.
 */
public final class SurvivalData {
  private final double[] times;
  private final boolean[] events;
  private final double @Nullable [] entries;

  private SurvivalData(double[] times, boolean[] events, double @Nullable [] entries) {
    this.times = times;
    this.events = events;
    this.entries = entries;
  }

  /**
   * Follow-up from time 0.
   *
   * @param times follow-up times, each finite and at least 0, in one unit
   * @param events whether each time is that of an event; false means censored
   * @throws IllegalArgumentException if empty, of unequal lengths, or a time is NaN, infinite or
   *     negative
   */
  public static SurvivalData of(double[] times, boolean[] events) {
    Require.sameLength("times", times.length, "events", events.length);
    return new SurvivalData(checkedTimes(times), events.clone(), null);
  }

  /**
   * Follow-up from time 0.
   *
   * @param times follow-up times, each finite and at least 0, in one unit
   * @param status 1 for an event, 0 for censored; nothing else is accepted, so that a column of
   *     times or of codes 1 and 2 is not taken for one
   * @throws IllegalArgumentException as {@link #of(double[], boolean[])}, and for any other status
   */
  public static SurvivalData of(double[] times, int[] status) {
    Require.sameLength("times", times.length, "status", status.length);
    boolean[] events = new boolean[status.length];
    for (int i = 0; i < status.length; i++) {
      events[i] = Require.within("status[" + i + "]", status[i], 0, 1) == 1;
    }
    return new SurvivalData(checkedTimes(times), events, null);
  }

  /**
   * Follow-up that began late: participant i is at risk in (entries[i], times[i]].
   *
   * @param entries when observation began, each at least 0 and below its time
   * @param times follow-up times
   * @param events whether each time is that of an event
   * @throws IllegalArgumentException as {@link #of(double[], boolean[])}, or if an entry is not
   *     before its time
   */
  public static SurvivalData leftTruncated(double[] entries, double[] times, boolean[] events) {
    Require.sameLength("times", times.length, "events", events.length);
    Require.sameLength("entries", entries.length, "times", times.length);
    double[] checked = checkedTimes(times);
    for (int i = 0; i < entries.length; i++) {
      if (!(entries[i] >= 0 && entries[i] < checked[i])) {
        throw Require.refusal(
            "entries[" + i + "]", entries[i], "[0, " + checked[i] + "), before its time");
      }
    }
    return new SurvivalData(checked, events.clone(), entries.clone());
  }

  private static double[] checkedTimes(double[] times) {
    if (times.length == 0) {
      throw Require.refusal("times", "empty", "at least one participant");
    }
    double[] copy = times.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i] >= 0 && copy[i] < Double.POSITIVE_INFINITY)) {
        throw Require.refusal("times[" + i + "]", copy[i], "[0, infinity)");
      }
    }
    return copy;
  }

  /** The number of participants. */
  public int size() {
    return times.length;
  }

  /**
   * The follow-up time of a participant.
   *
   * @param i the row
   */
  public double time(int i) {
    return times[i];
  }

  /**
   * Whether the participant's time is that of an event.
   *
   * @param i the row
   */
  public boolean event(int i) {
    return events[i];
  }

  /**
   * When observation of the participant began; 0 without left truncation.
   *
   * @param i the row
   */
  public double entry(int i) {
    return entries == null ? 0 : entries[i];
  }

  /** Whether any participant entered late. */
  public boolean isLeftTruncated() {
    return entries != null;
  }

  /** The number of events. */
  public int eventCount() {
    int count = 0;
    for (boolean event : events) {
      count += event ? 1 : 0;
    }
    return count;
  }

  /** The longest follow-up time. */
  public double lastTime() {
    double last = 0;
    for (double time : times) {
      last = Math.max(last, time);
    }
    return last;
  }

  /** The same follow-up with events and censorings exchanged, as reverse Kaplan-Meier needs. */
  public SurvivalData reversed() {
    boolean[] flipped = new boolean[events.length];
    for (int i = 0; i < flipped.length; i++) {
      flipped[i] = !events[i];
    }
    return new SurvivalData(times, flipped, entries);
  }

  /**
   * The same follow-up, cut at a point: whoever was followed further is censored there.
   *
   * @param at the point, above 0
   */
  public SurvivalData truncatedAt(double at) {
    Require.positive("at", at);
    double[] cut = times.clone();
    boolean[] seen = events.clone();
    for (int i = 0; i < cut.length; i++) {
      if (cut[i] > at) {
        cut[i] = at;
        seen[i] = false;
      }
    }
    if (entries != null) {
      throw new IllegalArgumentException("data are left-truncated; legal: follow-up from time 0");
    }
    return new SurvivalData(cut, seen, null);
  }

  /**
   * The rows that a mask selects, in order.
   *
   * @param chosen one flag per row, at least one of them true
   */
  public SurvivalData subset(boolean[] chosen) {
    Require.sameLength("chosen", chosen.length, "times", times.length);
    int count = 0;
    for (boolean c : chosen) {
      count += c ? 1 : 0;
    }
    double[] t = new double[count];
    boolean[] e = new boolean[count];
    double[] entry = new double[count];
    int k = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        t[k] = times[i];
        e[k] = events[i];
        entry[k++] = entry(i);
      }
    }
    return new SurvivalData(checkedTimes(t), e, entries == null ? null : entry);
  }

  /** Times of events, or of censorings; the caller owns the array. */
  double[] timesWhere(boolean event) {
    int wanted = event ? eventCount() : times.length - eventCount();
    double[] chosen = new double[wanted];
    int k = 0;
    for (int i = 0; i < times.length; i++) {
      if (events[i] == event) {
        chosen[k++] = times[i];
      }
    }
    return chosen;
  }
}
