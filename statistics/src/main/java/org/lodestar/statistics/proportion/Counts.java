package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Require;

/** x responses among n participants, checked once for every method of the package. */
record Counts(int x, int n) {
  Counts {
    Require.atLeast("n", n, 1);
    Require.within("x", x, 0, n);
  }

  static Counts checked(int x, int n, double level) {
    Require.insideUnit("level", level);
    return new Counts(x, n);
  }

  double share() {
    return (double) x / n;
  }
}
