package org.lodestar.statistics.sequential;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.BinomialPaths;

/**
 * A one-sample trial of a response rate with looks after given numbers of participants, by the
 * exact binomial distribution (Fleming 1982, Biometrics 38:143; Jennison and Turnbull 2000, section
 * 12.1). Nothing is approximated: a bound is a number of responses, and the size is at most what
 * was asked for, not near it.
 *
 * @param looks in order, the last being the final analysis, at which the bounds meet
 */
public record BinomialSequential(List<Look> looks) {

  /**
   * A look.
   *
   * @param n participants so far
   * @param stopAtMost stop for futility at this number of responses or fewer; -1 for never
   * @param rejectFrom stop and reject at this number of responses or more; n + 1 for never
   */
  public record Look(int n, int stopAtMost, int rejectFrom) {
    /** Refuses bounds that meet or lie outside what can be seen. */
    public Look {
      Require.atLeast("n", n, 1);
      Require.within("stopAtMost", stopAtMost, -1, n);
      Require.within("rejectFrom", rejectFrom, stopAtMost + 1, n + 1);
    }
  }

  /**
   * What happens under one rate.
   *
   * @param reject the probability of first rejecting at each look
   * @param stop the probability of first stopping for futility at each look
   * @param expectedSize the expected number of participants
   */
  public record Characteristics(List<Double> reject, List<Double> stop, double expectedSize) {
    /** Copies the lists. */
    public Characteristics {
      reject = List.copyOf(reject);
      stop = List.copyOf(stop);
    }

    /** The probability of rejecting at any look. */
    public double rejects() {
      return reject.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Refuses looks out of order and a last look that leaves the trial undecided. */
  public BinomialSequential {
    looks = List.copyOf(looks);
    Require.atLeast("number of looks", looks.size(), 1);
    for (int k = 1; k < looks.size(); k++) {
      Require.atLeast("looks[" + k + "].n", looks.get(k).n(), looks.get(k - 1).n() + 1);
    }
    Look last = looks.get(looks.size() - 1);
    Require.within(
        "last rejectFrom", last.rejectFrom(), last.stopAtMost() + 1, last.stopAtMost() + 1);
  }

  /**
   * Bounds for rejecting early only: at each look the least number of responses with which the
   * error spent so far stays within the spending function.
   *
   * @param n participants at each look, rising
   * @param p0 the rate under the null, inside (0, 1)
   * @param alpha the one-sided size, inside (0, 1)
   * @param spending how much may be spent by n / last n
   */
  public static BinomialSequential spending(int[] n, double p0, double alpha, Spending spending) {
    Require.atLeast("number of looks", n.length, 1);
    Require.insideUnit("p0", p0);
    Require.insideUnit("alpha", alpha);
    int most = n[n.length - 1];
    BinomialPaths paths = new BinomialPaths(most);
    List<Look> looks = new ArrayList<>();
    double left = 0;
    for (int k = 0; k < n.length; k++) {
      Require.within("n[" + k + "]", n[k], k == 0 ? 1 : n[k - 1] + 1, most);
      paths.advanceTo(n[k], p0);
      double allowed = spending.spent((double) n[k] / most, alpha) - left;
      int from = n[k] + 1;
      double tail = 0;
      while (from > 0 && tail + paths.probability(from - 1) <= allowed) {
        tail += paths.probability(--from);
      }
      left += paths.takeFrom(from);
      looks.add(new Look(n[k], k == n.length - 1 ? from - 1 : -1, from));
    }
    return new BinomialSequential(looks);
  }

  /**
   * The same bounds for rejecting, with bounds for futility beside them: at each look before the
   * last the greatest number of responses with which the error of the second kind spent so far
   * stays within the spending function. They may be ignored without raising the size.
   *
   * @param p1 the rate under the alternative, inside (0, 1)
   * @param beta the error of the second kind, inside (0, 1)
   * @param spending how much may be spent by n / last n
   */
  public BinomialSequential withFutility(double p1, double beta, Spending spending) {
    Require.insideUnit("p1", p1);
    Require.insideUnit("beta", beta);
    int most = looks.get(looks.size() - 1).n();
    BinomialPaths paths = new BinomialPaths(most);
    List<Look> bounded = new ArrayList<>();
    double left = 0;
    for (Look look : looks.subList(0, looks.size() - 1)) {
      paths.advanceTo(look.n(), p1);
      paths.takeFrom(look.rejectFrom());
      double allowed = spending.spent((double) look.n() / most, beta) - left;
      int atMost = -1;
      double tail = 0;
      while (atMost + 2 < look.rejectFrom() && tail + paths.probability(atMost + 1) <= allowed) {
        tail += paths.probability(++atMost);
      }
      left += paths.takeAtMost(atMost);
      bounded.add(new Look(look.n(), atMost, look.rejectFrom()));
    }
    bounded.add(looks.get(looks.size() - 1));
    return new BinomialSequential(bounded);
  }

  /**
   * The exact operating characteristics.
   *
   * @param p the true rate, in [0, 1]
   */
  public Characteristics at(double p) {
    Require.probability("p", p);
    BinomialPaths paths = new BinomialPaths(looks.get(looks.size() - 1).n());
    List<Double> reject = new ArrayList<>();
    List<Double> stop = new ArrayList<>();
    double expected = 0;
    for (Look look : looks) {
      paths.advanceTo(look.n(), p);
      reject.add(paths.takeFrom(look.rejectFrom()));
      stop.add(paths.takeAtMost(look.stopAtMost()));
      expected += look.n() * (reject.get(reject.size() - 1) + stop.get(stop.size() - 1));
    }
    return new Characteristics(reject, stop, expected);
  }
}
