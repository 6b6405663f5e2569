package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Gamma;
import org.lodestar.statistics.distribution.Poisson;

/** Events per exposure: exact interval and exact tests of a Poisson mean. */
public final class PoissonRate {
  private PoissonRate() {}

  /**
   * The exact interval of a rate (Garwood 1936, Biometrika 28:437), from gamma quantiles with
   * shapes x and x + 1.
   *
   * @param events the number of events, at least 0
   * @param exposure the exposure, such as patient-years or expected events, above 0
   * @param level the coverage, inside (0, 1)
   */
  public static Interval garwood(int events, double exposure, double level) {
    Require.atLeast("events", events, 0);
    Require.positive("exposure", exposure);
    Require.insideUnit("level", level);
    double tail = (1 - level) / 2;
    double lower = events == 0 ? 0 : Gamma.quantile(tail, events) / exposure;
    return Interval.of(lower, Gamma.upperQuantile(tail, events + 1.0) / exposure, level);
  }

  /**
   * The exact test of a mean.
   *
   * @param less P(X &lt;= events)
   * @param greater P(X &gt;= events)
   * @param twoSided the probability of all counts no more likely, R's {@code poisson.test}
   * @param twoSidedDoubled twice the smaller tail, at most 1
   */
  public record Test(double less, double greater, double twoSided, double twoSidedDoubled) {}

  /**
   * Tests the number of events against its expectation.
   *
   * @param events the number of events, at least 0
   * @param expected its expectation under the null hypothesis, above 0
   */
  public static Test test(int events, double expected) {
    Require.atLeast("events", events, 0);
    Require.positive("expected", expected);
    double less = Poisson.atMost(events, expected);
    double greater = Poisson.atLeast(events, expected);
    return new Test(
        less,
        greater,
        Math.min(1, noMoreLikely(events, expected)),
        Math.min(1, 2 * Math.min(less, greater)));
  }

  private static double noMoreLikely(int events, double expected) {
    double limit = Poisson.probability(events, expected) * ExactBinomialTest.EQUALLY_LIKELY;
    if (events == expected) {
      return 1;
    }
    if (events < expected) {
      int other = (int) Math.ceil(expected);
      while (Poisson.probability(other, expected) > limit) {
        other++;
      }
      return Poisson.atMost(events, expected) + Poisson.atLeast(other, expected);
    }
    int other = (int) Math.floor(expected);
    while (other >= 0 && Poisson.probability(other, expected) > limit) {
      other--;
    }
    return Poisson.atLeast(events, expected) + Poisson.atMost(other, expected);
  }
}
