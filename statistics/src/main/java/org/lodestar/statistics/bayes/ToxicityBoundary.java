package org.lodestar.statistics.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;
import org.lodestar.statistics.distribution.BinomialPaths;

/**
 * A continuous watch over toxicity: after every participant the trial stops if the toxicities reach
 * the bound of that number.
 *
 * @param stopFrom for 1, 2, ... participants, stop at this many toxicities or more; empty if no
 *     number of toxicities stops there
 * @param level the pointwise level that made the bounds: for {@link #pocock} the greatest tail
 *     probability that stops, for {@link #posterior} the posterior probability that must be
 *     exceeded
 */
public record ToxicityBoundary(List<OptionalInt> stopFrom, double level) {
  /** Copies the list. */
  public ToxicityBoundary {
    stopFrom = List.copyOf(stopFrom);
  }

  /**
   * What the boundary does at a true rate.
   *
   * @param stop the probability that it ever stops the trial
   * @param expectedSize the expected number of participants
   */
  public record Characteristics(double stop, double expectedSize) {}

  /**
   * The Pocock-type boundary (Ivanova, Qaqish and Schell 2005, Biometrics 61:540): stop where
   * P(Bin(n, theta) &gt;= x) is at most a pointwise level, the greatest for which the trial stops
   * with probability at most phi if the rate is theta.
   *
   * @param most the number of participants, 1 to 500
   * @param theta the acceptable rate, inside (0, 1)
   * @param phi the greatest probability of stopping at that rate, inside (0, 1)
   */
  public static ToxicityBoundary pocock(int most, double theta, double phi) {
    Require.within("most", most, 1, 500);
    Require.insideUnit("theta", theta);
    Require.insideUnit("phi", phi);
    TreeSet<Double> levels = new TreeSet<>();
    for (int n = 1; n <= most; n++) {
      for (int x = 1; x <= n; x++) {
        levels.add(Binomial.atLeast(x, n, theta));
      }
    }
    List<Double> sorted = List.copyOf(levels);
    int low = -1;
    int high = sorted.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ofTail(most, theta, sorted.get(middle)).at(theta).stop() <= phi) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return ofTail(most, theta, low < 0 ? 0 : sorted.get(low));
  }

  private static ToxicityBoundary ofTail(int most, double theta, double level) {
    List<OptionalInt> bounds = new ArrayList<>();
    for (int n = 1; n <= most; n++) {
      int x = 1;
      while (x <= n && Binomial.atLeast(x, n, theta) > level) {
        x++;
      }
      bounds.add(x <= n ? OptionalInt.of(x) : OptionalInt.empty());
    }
    return new ToxicityBoundary(bounds, level);
  }

  /**
   * The posterior boundary: stop when P(rate &gt; theta) exceeds a cut.
   *
   * @param prior the prior of the rate
   * @param most the number of participants, at least 1
   * @param theta the acceptable rate, inside (0, 1)
   * @param cut the posterior probability that must be exceeded, inside (0, 1)
   */
  public static ToxicityBoundary posterior(
      BetaPosterior prior, int most, double theta, double cut) {
    Require.atLeast("most", most, 1);
    Require.insideUnit("theta", theta);
    Require.insideUnit("cut", cut);
    List<OptionalInt> bounds = new ArrayList<>();
    for (int n = 1; n <= most; n++) {
      int x = 0;
      while (x <= n && prior.after(x, n).above(theta) <= cut) {
        x++;
      }
      bounds.add(x <= n ? OptionalInt.of(x) : OptionalInt.empty());
    }
    return new ToxicityBoundary(bounds, cut);
  }

  /**
   * The exact operating characteristics at a true rate.
   *
   * @param p the rate, inside (0, 1)
   */
  public Characteristics at(double p) {
    Require.insideUnit("p", p);
    BinomialPaths paths = new BinomialPaths(stopFrom.size());
    double expected = 0;
    double stop = 0;
    for (int n = 1; n <= stopFrom.size(); n++) {
      paths.advanceTo(n, p);
      double stopped = paths.takeFrom(stopFrom.get(n - 1).orElse(n + 1));
      stop += stopped;
      expected += stopped * n;
    }
    return new Characteristics(stop, expected + paths.remaining() * stopFrom.size());
  }
}
