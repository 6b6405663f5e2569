package org.lodestar.statistics.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;

/**
 * Simon's two-stage designs (Simon 1989, Control Clin Trials 10:1) by exhaustive search, and the
 * admissible ones between them (Jung et al. 2004, Stat Med 23:561).
 *
 * @param optimal least expected size under p0
 * @param minimax least greatest size, then least expected size under p0
 * @param admissible for some weight between 0 and 1, least weighted sum of greatest and expected
 *     size; in order of greatest size, from minimax to optimal
 */
public record SimonTwoStage(TwoStage optimal, TwoStage minimax, List<TwoStage> admissible) {
  /** Copies the list. */
  public SimonTwoStage {
    admissible = List.copyOf(admissible);
  }

  /**
   * The designs.
   *
   * @param h the hypotheses and errors
   * @param most the greatest n searched, at least 2; the optimal design is optimal among those
   * @throws IllegalArgumentException if no design of that size exists
   */
  public static SimonTwoStage of(BinomialHypotheses h, int most) {
    Require.within("most", most, 2, 500);
    List<TwoStage> best = new ArrayList<>();
    Search search = new Search(h, most);
    for (int n = 2; n <= most; n++) {
      TwoStage design = search.bestOfSize(n);
      if (design != null) {
        best.add(design);
      }
    }
    if (best.isEmpty()) {
      throw Require.refusal("most", most, "large enough for a design with these errors");
    }
    Comparator<TwoStage> byExpected = Comparator.comparingDouble(d -> d.expectedSize(h.p0()));
    TwoStage optimal = best.stream().min(byExpected).orElseThrow();
    return new SimonTwoStage(optimal, best.get(0), hull(best, optimal, h.p0()));
  }

  /** The lower convex hull of (n, expected n) from minimax to optimal. */
  private static List<TwoStage> hull(List<TwoStage> best, TwoStage optimal, double p0) {
    List<TwoStage> hull = new ArrayList<>();
    for (TwoStage next : best) {
      if (next.n() > optimal.n()) {
        break;
      }
      while (hull.size() > 1 && above(hull.get(hull.size() - 2), last(hull), next, p0)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(next);
    }
    hull.removeIf(d -> d.n() > best.get(0).n() && !falls(best.get(0), d, p0));
    return hull;
  }

  private static boolean falls(TwoStage first, TwoStage later, double p0) {
    return later.expectedSize(p0) < first.expectedSize(p0);
  }

  private static TwoStage last(List<TwoStage> hull) {
    return hull.get(hull.size() - 1);
  }

  private static boolean above(TwoStage a, TwoStage b, TwoStage c, double p0) {
    double slopeAb = (b.expectedSize(p0) - a.expectedSize(p0)) / (b.n() - a.n());
    double slopeAc = (c.expectedSize(p0) - a.expectedSize(p0)) / (c.n() - a.n());
    return slopeAb >= slopeAc;
  }

  /** Tables of both binomials, so that a candidate costs only sums. */
  private static final class Search {
    private final BinomialHypotheses h;
    private final double[][] mass0;
    private final double[][] mass1;
    private final double[][] tail0;
    private final double[][] tail1;

    Search(BinomialHypotheses h, int most) {
      this.h = h;
      mass0 = new double[most + 1][];
      mass1 = new double[most + 1][];
      tail0 = new double[most + 1][];
      tail1 = new double[most + 1][];
      for (int n = 0; n <= most; n++) {
        mass0[n] = Binomial.probabilities(n, h.p0());
        mass1[n] = Binomial.probabilities(n, h.p1());
        tail0[n] = tails(mass0[n]);
        tail1[n] = tails(mass1[n]);
      }
    }

    private static double[] tails(double[] mass) {
      double[] tail = new double[mass.length + 1];
      for (int x = mass.length - 1; x >= 0; x--) {
        tail[x] = tail[x + 1] + mass[x];
      }
      return tail;
    }

    /** The design of this n with the least expected size under p0, or null. */
    @Nullable TwoStage bestOfSize(int n) {
      TwoStage best = null;
      double least = Double.POSITIVE_INFINITY;
      for (int n1 = 1; n1 < n; n1++) {
        for (int r1 = 0; r1 < n1; r1++) {
          if (tail1[n1][r1 + 1] < 1 - h.beta()) {
            break;
          }
          double expected = n1 + tail0[n1][r1 + 1] * (n - n1);
          if (expected >= least) {
            continue;
          }
          int r = finalBound(n, n1, r1);
          if (reject(mass1, tail1, n, n1, r1, r) >= 1 - h.beta()) {
            best = new TwoStage(r1, n1, r, n);
            least = expected;
          }
        }
      }
      return best;
    }

    /** The least r that keeps the size; found by bisection, since the size falls with r. */
    private int finalBound(int n, int n1, int r1) {
      int low = r1;
      int high = n;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (reject(mass0, tail0, n, n1, r1, middle) <= h.alpha()) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private static double reject(double[][] mass, double[][] tail, int n, int n1, int r1, int r) {
      double sum = 0;
      int n2 = n - n1;
      for (int x = r1 + 1; x <= n1; x++) {
        int needed = Math.max(0, r + 1 - x);
        sum += needed > n2 ? 0 : mass[n1][x] * tail[n2][needed];
      }
      return sum;
    }
  }
}
