package org.lodestar.statistics.survival;

import java.util.Arrays;
import org.lodestar.statistics.Estimate;

/**
 * Harrell's concordance: among the pairs of one stratum whose order of events is known, the share
 * in which the higher risk had the earlier event, pairs of equal risk counting one half. A
 * participant censored at the time of an event outlived it. The standard error is the infinitesimal
 * jackknife (Therneau and Watson 2015), as in R.
 *
 * @param concordance the share; not estimable without a comparable pair
 * @param standardError its standard error
 */
public record Concordance(Estimate concordance, Estimate standardError) {

  /** Rows are sorted by stratum and falling time. */
  static Concordance of(CoxData data, double[] risk) {
    double[] sorted = Arrays.stream(risk).distinct().sorted().toArray();
    int[] rank = new int[risk.length];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = Arrays.binarySearch(sorted, risk[i]);
    }
    double[] agreeing = new double[risk.length];
    double[] comparable = new double[risk.length];
    int from = 0;
    while (from < data.size) {
      int to = from;
      while (to < data.size && data.stratum[to] == data.stratum[from]) {
        to++;
      }
      countLater(data, rank, sorted.length, from, to, agreeing, comparable);
      countEarlier(data, rank, sorted.length, from, to, agreeing, comparable);
      from = to;
    }
    return summary(agreeing, comparable);
  }

  private static Concordance summary(double[] agreeing, double[] comparable) {
    double pairs = Arrays.stream(comparable).sum() / 2;
    if (pairs == 0) {
      Estimate none = Estimate.notEstimable("no pair of participants can be compared");
      return new Concordance(none, none);
    }
    double share = Arrays.stream(agreeing).sum() / 2 / pairs;
    double variance = 0;
    for (int i = 0; i < agreeing.length; i++) {
      double influence = (agreeing[i] - share * comparable[i]) / pairs;
      variance += influence * influence;
    }
    return new Concordance(Estimate.of(share), Estimate.of(Math.sqrt(variance)));
  }

  /** For each event, those who outlived it: agreeing when their risk is lower. */
  private static void countLater(
      CoxData data, int[] rank, int ranks, int from, int to, double[] agree, double[] pairs) {
    RankCount outlived = new RankCount(ranks);
    for (int i = from; i < to; ) {
      int end = Math.min(to, data.endOfTies(i));
      for (int j = i; j < end; j++) {
        if (!data.event[j]) {
          outlived.add(rank[j]);
        }
      }
      for (int j = i; j < end; j++) {
        if (data.event[j]) {
          agree[j] += outlived.below(rank[j]) + 0.5 * outlived.equal(rank[j]);
          pairs[j] += outlived.total();
        }
      }
      for (int j = i; j < end; j++) {
        if (data.event[j]) {
          outlived.add(rank[j]);
        }
      }
      i = end;
    }
  }

  /** For each participant, the events that came before: agreeing when their risk is higher. */
  private static void countEarlier(
      CoxData data, int[] rank, int ranks, int from, int to, double[] agree, double[] pairs) {
    RankCount died = new RankCount(ranks);
    for (int i = to - 1; i >= from; ) {
      int start = i;
      while (start > from && data.time[start - 1] == data.time[i]) {
        start--;
      }
      for (int pass = 0; pass < 2; pass++) {
        boolean event = pass == 0;
        for (int j = start; j <= i; j++) {
          if (data.event[j] == event) {
            agree[j] += died.above(rank[j]) + 0.5 * died.equal(rank[j]);
            pairs[j] += died.total();
          }
        }
        for (int j = start; event && j <= i; j++) {
          if (data.event[j]) {
            died.add(rank[j]);
          }
        }
      }
      i = start - 1;
    }
  }

  /** Counts by rank with logarithmic updates (a Fenwick tree). */
  private static final class RankCount {
    private final int[] tree;
    private int total;

    RankCount(int ranks) {
      tree = new int[ranks + 1];
    }

    void add(int rank) {
      total++;
      for (int i = rank + 1; i < tree.length; i += i & -i) {
        tree[i]++;
      }
    }

    int below(int rank) {
      int sum = 0;
      for (int i = rank; i > 0; i -= i & -i) {
        sum += tree[i];
      }
      return sum;
    }

    int equal(int rank) {
      return below(rank + 1) - below(rank);
    }

    int above(int rank) {
      return total - below(rank + 1);
    }

    int total() {
      return total;
    }
  }
}
