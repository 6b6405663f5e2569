package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.numeric.Roots;

/**
 * Fisher's exact test of a 2 x 2 table (Fisher 1935), with the conditional maximum-likelihood odds
 * ratio and its exact interval from the noncentral hypergeometric distribution.
 *
 * @param less P(A &lt;= a), evidence of an odds ratio below 1
 * @param greater P(A &gt;= a)
 * @param twoSided the probability of all tables no more likely, R's {@code fisher.test}
 * @param oddsRatio the conditional estimate; 0 or infinite at the ends of the support
 * @param interval its exact interval
 */
public record FisherExact(
    double less, double greater, double twoSided, Estimate oddsRatio, Interval interval) {

  /**
   * The test of the table with rows (a, b) and (c, d).
   *
   * @param a the first row's first count, at least 0
   * @param b the first row's second count
   * @param c the second row's first count
   * @param d the second row's second count
   * @param level the coverage of the interval, inside (0, 1)
   */
  public static FisherExact of(int a, int b, int c, int d, double level) {
    Require.atLeast("a", a, 0);
    Require.atLeast("b", b, 0);
    Require.atLeast("c", c, 0);
    Require.atLeast("d", d, 0);
    Require.insideUnit("level", level);
    Support support = Support.of(a + b, c + d, a + c);
    double[] mass = support.masses(1);
    int at = a - support.low();
    double less = Support.sum(mass, 0, at);
    double greater = Support.sum(mass, at, mass.length - 1);
    double limit = mass[at] * ExactBinomialTest.EQUALLY_LIKELY;
    double two = 0;
    for (double m : mass) {
      two += m <= limit ? m : 0;
    }
    return new FisherExact(
        Math.min(1, less),
        Math.min(1, greater),
        Math.min(1, two),
        Estimate.of(support.estimate(a)),
        support.interval(a, level));
  }

  /** The first cell given all margins: its range, and the logarithms of its central weights. */
  private static final class Support {
    private final int low;
    private final double[] logWeights;

    private Support(int low, double[] logWeights) {
      this.low = low;
      this.logWeights = logWeights;
    }

    static Support of(int firstRow, int secondRow, int firstColumn) {
      int low = Math.max(0, firstColumn - secondRow);
      int high = Math.min(firstRow, firstColumn);
      double[] log = new double[high - low + 1];
      for (int i = 1; i < log.length; i++) {
        double x = low + i;
        double odds =
            (firstRow - x + 1) * (firstColumn - x + 1) / (x * (secondRow - firstColumn + x));
        log[i] = log[i - 1] + Math.log(odds);
      }
      return new Support(low, log);
    }

    int low() {
      return low;
    }

    double[] masses(double oddsRatio) {
      double logRatio = Math.log(oddsRatio);
      double[] mass = new double[logWeights.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < mass.length; i++) {
        mass[i] = logWeights[i] + i * logRatio;
        most = Math.max(most, mass[i]);
      }
      double total = 0;
      for (int i = 0; i < mass.length; i++) {
        mass[i] = Math.exp(mass[i] - most);
        total += mass[i];
      }
      for (int i = 0; i < mass.length; i++) {
        mass[i] /= total;
      }
      return mass;
    }

    double estimate(int a) {
      int at = a - low;
      if (at == 0) {
        return 0;
      }
      if (at == logWeights.length - 1) {
        return Double.POSITIVE_INFINITY;
      }
      return Math.exp(Roots.between(log -> mean(masses(Math.exp(log))) - at, -40, 40));
    }

    Interval interval(int a, double level) {
      int at = a - low;
      int last = logWeights.length - 1;
      double tail = (1 - level) / 2;
      double lower =
          at == 0
              ? 0
              : Math.exp(
                  Roots.between(log -> sum(masses(Math.exp(log)), at, last) - tail, -40, 40));
      double upper =
          at == last
              ? Double.POSITIVE_INFINITY
              : Math.exp(Roots.between(log -> sum(masses(Math.exp(log)), 0, at) - tail, -40, 40));
      return Interval.of(lower, upper, level);
    }

    static double sum(double[] mass, int from, int to) {
      double sum = 0;
      for (int i = from; i <= to; i++) {
        sum += mass[i];
      }
      return sum;
    }

    private static double mean(double[] mass) {
      double mean = 0;
      for (int i = 0; i < mass.length; i++) {
        mean += i * mass[i];
      }
      return mean;
    }
  }
}
