package org.lodestar.statistics.simulation;

import java.util.Arrays;

/**
 * The Kaplan-Meier curve of one simulated trial, in buffers that every trial of a thread reuses. A
 * time and its status are packed into one sortable number: events first at one time.
 */
final class SmallCurve {
  private static final long CENSORED = 1;

  private final long[] keys;
  private final double[] time;
  private final double[] survival;
  private final double[] greenwood;
  private int steps;
  private double lastTime;

  SmallCurve(int participants) {
    keys = new long[participants];
    time = new double[participants];
    survival = new double[participants];
    greenwood = new double[participants];
  }

  void of(Cohort cohort) {
    int n = cohort.size;
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(cohort.time[i]) & ~CENSORED;
      keys[i] = cohort.event[i] ? bits : bits | CENSORED;
    }
    Arrays.sort(keys, 0, n);
    steps = 0;
    double s = 1;
    double sum = 0;
    for (int i = 0; i < n; ) {
      long key = keys[i];
      int deaths = 0;
      int atRisk = n - i;
      while (i < n && keys[i] == key) {
        deaths++;
        i++;
      }
      if ((key & CENSORED) == 0) {
        s *= (double) (atRisk - deaths) / atRisk;
        sum += (double) deaths / ((double) atRisk * (atRisk - deaths));
        time[steps] = Double.longBitsToDouble(key);
        survival[steps] = s;
        greenwood[steps++] = sum;
      }
    }
    lastTime = Double.longBitsToDouble(keys[n - 1] & ~CENSORED);
  }

  int steps() {
    return steps;
  }

  double time(int step) {
    return time[step];
  }

  double survival(int step) {
    return survival[step];
  }

  /** The standard error of log S at a step. */
  double errorOfLog(int step) {
    return Math.sqrt(greenwood[step]);
  }

  double lastTime() {
    return lastTime;
  }

  double survivalAt(double t) {
    int step = stepAt(t);
    return step < 0 ? 1 : survival[step];
  }

  double errorOfLogAt(double t) {
    int step = stepAt(t);
    return step < 0 ? 0 : Math.sqrt(greenwood[step]);
  }

  private int stepAt(double t) {
    int step = steps - 1;
    while (step >= 0 && time[step] > t) {
      step--;
    }
    return step;
  }
}
