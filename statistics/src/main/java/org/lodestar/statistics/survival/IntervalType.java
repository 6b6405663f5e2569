package org.lodestar.statistics.survival;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;

/**
 * The scale on which a survival probability's confidence interval is symmetric (Klein and
 * Moeschberger 2003, section 4.3; Collett 2015, section 2.1). Each takes S and the standard error
 * of log S, that is {@code sqrt(sum d / (n (n - d)))}, and clips to [0, 1] as R's {@code survfit}.
 *
 * <p>Where the transform does not exist the interval is not estimable: at S = 0 for every type, at
 * S = 1 after the first observation for {@link #LOG_LOG}, {@link #LOGIT} and {@link #ARCSINE}.
 */
public enum IntervalType {
  /** S +- z se(S): Greenwood's own; its quantile intervals are those of Brookmeyer and Crowley. */
  PLAIN {
    @Override
    double lower(double s, double seLog, double z) {
      return Math.max(0, s - z * s * seLog);
    }

    @Override
    double upper(double s, double seLog, double z) {
      return Math.min(1, s + z * s * seLog);
    }
  },
  /** Symmetric in log S, R's default. */
  LOG {
    @Override
    double lower(double s, double seLog, double z) {
      return Math.exp(Math.log(s) - z * seLog);
    }

    @Override
    double upper(double s, double seLog, double z) {
      return Math.min(1, Math.exp(Math.log(s) + z * seLog));
    }
  },
  /** Symmetric in log(-log S), SAS's default. */
  LOG_LOG {
    @Override
    double lower(double s, double seLog, double z) {
      double logS = Math.log(s);
      return Math.exp(-Math.exp(Math.log(-logS) - z * seLog / logS));
    }

    @Override
    double upper(double s, double seLog, double z) {
      double logS = Math.log(s);
      return Math.exp(-Math.exp(Math.log(-logS) + z * seLog / logS));
    }
  },
  /** Symmetric in log(S / (1 - S)). */
  LOGIT {
    @Override
    double lower(double s, double seLog, double z) {
      return expit(Math.log(s / (1 - s)) - z * seLog / (1 - s));
    }

    @Override
    double upper(double s, double seLog, double z) {
      return expit(Math.log(s / (1 - s)) + z * seLog / (1 - s));
    }
  },
  /** Symmetric in arcsin(sqrt S). */
  ARCSINE {
    @Override
    double lower(double s, double seLog, double z) {
      return squaredSine(
          Math.max(0, Math.asin(Math.sqrt(s)) - 0.5 * z * seLog * Math.sqrt(s / (1 - s))));
    }

    @Override
    double upper(double s, double seLog, double z) {
      return squaredSine(
          Math.min(
              Math.PI / 2, Math.asin(Math.sqrt(s)) + 0.5 * z * seLog * Math.sqrt(s / (1 - s))));
    }
  };

  abstract double lower(double s, double seLog, double z);

  abstract double upper(double s, double seLog, double z);

  /** Whether the transform exists at this survival probability. */
  boolean existsAt(double s) {
    return s > 0 && (s < 1 || this == PLAIN || this == LOG);
  }

  /**
   * The interval around one survival probability.
   *
   * @param survival the estimate, in [0, 1]
   * @param seLog the standard error of its logarithm
   * @param level the coverage, inside (0, 1)
   */
  public Interval around(double survival, double seLog, double level) {
    double z = z(level);
    if (!existsAt(survival)) {
      return Interval.notEstimable(this + " has no interval at survival " + survival, level);
    }
    return Interval.of(lower(survival, seLog, z), upper(survival, seLog, z), level);
  }

  static double z(double level) {
    Require.insideUnit("level", level);
    return Normal.upperQuantile((1 - level) / 2);
  }

  private static double expit(double x) {
    return 1 - 1 / (1 + Math.exp(x));
  }

  private static double squaredSine(double x) {
    double sine = Math.sin(x);
    return sine * sine;
  }
}
