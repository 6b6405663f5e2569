package org.lodestar.statistics.simulation;

import java.util.Arrays;
import org.lodestar.statistics.survival.SurvivalData;

/**
 * The participants of one simulated trial, in buffers that every trial of a thread reuses: when
 * each entered, when follow-up would end by itself and whether with the event; and, after {@link
 * #observe}, what is seen of it at a cut: times, events, and their sums.
 */
final class Cohort {
  final int size;
  final double[] entry;
  final double[] own;
  final boolean[] ownEvent;
  final double[] time;
  final boolean[] event;
  int events;
  double exposure;
  private final double[] calendar;

  private final Scans scans;

  Cohort(int size, Scans scans) {
    this.size = size;
    this.scans = scans;
    entry = new double[size];
    own = new double[size];
    ownEvent = new boolean[size];
    time = new double[size];
    event = new boolean[size];
    calendar = new double[size];
  }

  /** What is seen at a calendar time; those who have not entered are seen for no time. */
  @SuppressWarnings("ShortCircuitBoolean") // nothing to mispredict
  void observe(double at) {
    int seen = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      boolean inTime = entry[i] + own[i] <= at;
      boolean died = ownEvent[i] & inTime;
      double t = Math.min(own[i], followed(entry[i], at));
      event[i] = died;
      time[i] = t;
      seen += died ? 1 : 0;
      total += t;
    }
    events = seen;
    exposure = total;
    if (scans.censorAtLast()) {
      censorAtLastScan();
    }
  }

  static double followed(double entry, double at) {
    return Math.max(0, at - entry);
  }

  private void censorAtLastScan() {
    exposure = 0;
    for (int i = 0; i < size; i++) {
      if (!event[i]) {
        time[i] = scans.censored(time[i]);
      }
      exposure += time[i];
    }
  }

  /** What {@link #observe} saw, as an analysis takes it. */
  SurvivalData data() {
    return SurvivalData.of(time, event);
  }

  /** What is seen at the trial's cut; the calendar time of it. */
  double observe(Cut cut) {
    double at = calendarTime(cut);
    observe(at);
    return at;
  }

  private double calendarTime(Cut cut) {
    if (cut instanceof Cut.AfterEvents driven) {
      return Math.min(driven.latest(), timeOfEvent(driven.events()));
    }
    return ((Cut.At) cut).inSteps();
  }

  /** The calendar time of the k-th event; infinite if there are fewer. */
  double timeOfEvent(int k) {
    int events = 0;
    for (int i = 0; i < size; i++) {
      if (ownEvent[i]) {
        calendar[events++] = entry[i] + own[i];
      }
    }
    if (events < k) {
      return Double.POSITIVE_INFINITY;
    }
    Arrays.sort(calendar, 0, events);
    return calendar[k - 1];
  }
}
