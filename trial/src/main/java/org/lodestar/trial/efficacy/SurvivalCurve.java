package org.lodestar.trial.efficacy;

import java.util.List;
import org.lodestar.statistics.survival.KaplanMeier;

/** The times of a set of participants, in days, and the curve that they make. */
public record SurvivalCurve(List<TimeToEvent> times) {
  public SurvivalCurve {
    times = List.copyOf(times);
    if (times.isEmpty()) {
      throw new IllegalArgumentException("a curve needs the time of at least 1 participant; got 0");
    }
  }

  /** The product-limit estimate, day by day. */
  public KaplanMeier kaplanMeier() {
    double[] days = times.stream().mapToDouble(TimeToEvent::days).toArray();
    boolean[] events = new boolean[days.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = times.get(i).event();
    }
    return KaplanMeier.of(days, events);
  }

  public int eventCount() {
    return (int) times.stream().filter(TimeToEvent::event).count();
  }
}
