package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;

/** When the data are cut, in time since the trial opened. */
public sealed interface Cut {
  /** Simulated cuts are whole numbers of 2^-30, which some samplers count in. */
  double STEPS = 0x1p30;

  /**
   * At a calendar time.
   *
   * @param time above 0
   */
  record At(double time) implements Cut {
    /** Refuses a time that is not above 0. */
    public At {
      Require.positive("time", time);
    }

    double inSteps() {
      return Math.rint(time * STEPS) / STEPS;
    }
  }

  /**
   * When so many events have been seen, at the latest at a calendar time.
   *
   * @param events at least 1
   * @param latest above 0
   */
  record AfterEvents(int events, double latest) implements Cut {
    /** Refuses fewer than one event, or a time that is not above 0. */
    public AfterEvents {
      Require.atLeast("events", events, 1);
      Require.positive("latest", latest);
    }
  }
}
