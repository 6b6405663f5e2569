package org.lodestar.statistics.bayes;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Beta;

/**
 * The distribution Beta(a, b) of a rate: a prior, or a posterior after binomial data.
 *
 * @param a above 0
 * @param b above 0
 */
public record BetaPosterior(double a, double b) {
  /** Refuses parameters that are not above 0. */
  public BetaPosterior {
    Require.positive("a", a);
    Require.positive("b", b);
  }

  /**
   * This prior after data.
   *
   * @param responses 0 to n
   * @param n participants, at least 0
   */
  public BetaPosterior after(int responses, int n) {
    Require.atLeast("n", n, 0);
    Require.within("responses", responses, 0, n);
    return new BetaPosterior(a + responses, b + n - responses);
  }

  /** The mean. */
  public double mean() {
    return a / (a + b);
  }

  /** The median. */
  public double median() {
    return Beta.quantile(0.5, a, b);
  }

  /** The standard deviation. */
  public double standardDeviation() {
    double sum = a + b;
    return Math.sqrt(a * b / (sum * sum * (sum + 1)));
  }

  /**
   * P(rate &gt; p).
   *
   * @param p a rate, in [0, 1]
   */
  public double above(double p) {
    return Beta.upperTail(Require.probability("p", p), a, b);
  }

  /**
   * The equal-tailed credible interval.
   *
   * @param level inside (0, 1)
   */
  public Interval interval(double level) {
    Require.insideUnit("level", level);
    double tail = (1 - level) / 2;
    return Interval.of(Beta.quantile(tail, a, b), Beta.upperQuantile(tail, a, b), level);
  }
}
