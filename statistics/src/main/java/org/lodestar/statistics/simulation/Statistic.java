package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Gamma;
import org.lodestar.statistics.distribution.Normal;

/**
 * Statistics of a one-sample log-rank test. All depend on O and E alone, and all reject more
 * readily as E grows; so each is a table: for O events, the E from which it rejects. See {@link
 * org.lodestar.statistics.survival.OneSampleLogRank}.
 */
public enum Statistic {
  /** (O - E) / sqrt E. */
  BRESLOW {
    @Override
    double rejectFrom(int observed, double alpha) {
      double z = Normal.upperQuantile(alpha);
      return squared((z + Math.sqrt(z * z + 4.0 * observed)) / 2);
    }
  },
  /** (O - E) / sqrt((O + E) / 2). */
  WU {
    @Override
    double rejectFrom(int observed, double alpha) {
      double z = Normal.upperQuantile(alpha);
      double half = z * z / 2;
      double root = Math.copySign(Math.sqrt(half * half + 8 * half * observed), z);
      return observed + (half + root) / 2;
    }
  },
  /** 2 (sqrt O - sqrt E). */
  SQUARE_ROOT {
    @Override
    double rejectFrom(int observed, double alpha) {
      return squared(Math.sqrt(observed) + Normal.upperQuantile(alpha) / 2);
    }
  },
  /** P(Poisson(E) &lt;= O). */
  EXACT_POISSON {
    @Override
    double rejectFrom(int observed, double alpha) {
      return Gamma.upperQuantile(alpha, observed + 1.0);
    }
  },
  /** P(Gamma(O) &gt;= E); without an event, as with the exact Poisson test. */
  GAMMA {
    @Override
    double rejectFrom(int observed, double alpha) {
      return Gamma.upperQuantile(alpha, Math.max(1, observed));
    }
  },
  /** log(O / E) sqrt O, Wald's test of the log hazard ratio; never rejects without an event. */
  LOG_RATIO {
    @Override
    double rejectFrom(int observed, double alpha) {
      return observed == 0
          ? Double.POSITIVE_INFINITY
          : observed * Math.exp(Normal.upperQuantile(alpha) / Math.sqrt(observed));
    }
  },
  /** Wald's test of the exponential rate, sqrt(O) (1 - E / O). */
  RATE {
    @Override
    double rejectFrom(int observed, double alpha) {
      return observed == 0
          ? Double.POSITIVE_INFINITY
          : observed * (1 + Normal.upperQuantile(alpha) / Math.sqrt(observed));
    }
  },
  /**
   * Wald's test of the exponential mean, sqrt(O) (1 - O / E); never rejects with too few events.
   */
  MEAN {
    @Override
    double rejectFrom(int observed, double alpha) {
      return overPower(observed, 1 - Normal.upperQuantile(alpha) / Math.sqrt(observed), 1);
    }
  },
  /** Wald's test of the cube root of the rate, 3 sqrt(O) (1 - (E / O)^(1/3)). */
  CUBE_ROOT_RATE {
    @Override
    double rejectFrom(int observed, double alpha) {
      double share = Normal.upperQuantile(alpha) / (3 * Math.sqrt(observed));
      return observed == 0 ? Double.POSITIVE_INFINITY : observed * Math.pow(1 + share, 3);
    }
  },
  /** Wald's test of the cube root of the mean, 3 sqrt(O) (1 - (O / E)^(1/3)). */
  CUBE_ROOT_MEAN {
    @Override
    double rejectFrom(int observed, double alpha) {
      return overPower(observed, 1 - Normal.upperQuantile(alpha) / (3 * Math.sqrt(observed)), 3);
    }
  };

  private static double overPower(int observed, double base, int power) {
    return observed == 0 || base <= 0 ? Double.POSITIVE_INFINITY : observed / Math.pow(base, power);
  }

  /** The E from which O events reject, one-sided, in favour of longer survival. */
  abstract double rejectFrom(int observed, double alpha);

  double[] table(int participants, double alpha) {
    Require.insideUnit("alpha", alpha);
    double[] table = new double[participants + 1];
    for (int o = 0; o <= participants; o++) {
      table[o] = rejectFrom(o, alpha);
    }
    return table;
  }

  private static double squared(double x) {
    return x * x;
  }
}
