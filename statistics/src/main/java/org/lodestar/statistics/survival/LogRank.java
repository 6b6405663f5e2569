package org.lodestar.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.ChiSquared;
import org.lodestar.statistics.numeric.SymmetricMatrix;

/**
 * The log-rank test of k groups (Mantel 1966; Peto and Peto 1972) and the G-rho family (Harrington
 * and Fleming 1982, Biometrika 69:553): events at time t weigh {@code S(t-)^rho}, S being the
 * pooled Kaplan-Meier curve; rho = 0 is the log-rank test, rho = 1 Peto and Peto's Wilcoxon test.
 * With strata, sums run within each stratum.
 */
public final class LogRank {
  private final int[] sizes;
  private final double[] observed;
  private final double[] expected;
  private final double[][] variance;

  private LogRank(int groups) {
    sizes = new int[groups];
    observed = new double[groups];
    expected = new double[groups];
    variance = new double[groups][groups];
  }

  /**
   * The log-rank test.
   *
   * @param data the follow-up, from time 0
   * @param group the group of each participant, 0, 1, ..., k - 1, none empty, k at least 2
   */
  public static LogRank of(SurvivalData data, int[] group) {
    return of(data, group, new int[data.size()], 0);
  }

  /**
   * The stratified test with weights.
   *
   * @param data the follow-up, from time 0
   * @param group the group of each participant, 0, 1, ..., k - 1, none empty, k at least 2
   * @param stratum the stratum of each participant, 0, 1, ...
   * @param rho the power of the weights, at least 0
   * @throws IllegalArgumentException if there is one group only, or data are left-truncated
   */
  public static LogRank of(SurvivalData data, int[] group, int[] stratum, double rho) {
    Require.sameLength("group", group.length, "times", data.size());
    Require.sameLength("stratum", stratum.length, "times", data.size());
    Require.notNegative("rho", rho);
    if (data.isLeftTruncated()) {
      throw new IllegalArgumentException("data are left-truncated; legal: follow-up from time 0");
    }
    LogRank test = new LogRank(Groups.checked(group));
    for (int g : group) {
      test.sizes[g]++;
    }
    for (int s : stratum) {
      Require.atLeast("stratum", s, 0);
    }
    int strata = 1 + Arrays.stream(stratum).max().orElse(0);
    for (int s = 0; s < strata; s++) {
      test.addStratum(tables(data, group, stratum, s, test.sizes.length), rho);
    }
    return test;
  }

  private static List<EventTable> tables(
      SurvivalData data, int[] group, int[] stratum, int s, int groups) {
    List<EventTable> tables = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      boolean[] chosen = new boolean[data.size()];
      boolean any = false;
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = group[i] == g && stratum[i] == s;
        any |= chosen[i];
      }
      tables.add(any ? EventTable.of(data.subset(chosen)) : EventTable.EMPTY);
    }
    return tables;
  }

  private void addStratum(List<EventTable> tables, double rho) {
    PooledTimes pooled = new PooledTimes(tables);
    double survival = 1;
    while (pooled.next()) {
      int d = pooled.totalEvents();
      int n = pooled.totalAtRisk();
      if (d == 0) {
        continue;
      }
      addTime(pooled, rho == 0 ? 1 : Math.pow(survival, rho));
      survival *= 1 - (double) d / n;
    }
  }

  private void addTime(PooledTimes at, double weight) {
    double d = at.totalEvents();
    double n = at.totalAtRisk();
    double spread = n > 1 ? weight * weight * d * (n - d) / (n * n * (n - 1)) : 0;
    for (int g = 0; g < sizes.length; g++) {
      double ng = at.atRisk(g);
      observed[g] += weight * at.events(g);
      expected[g] += weight * d * ng / n;
      if (ng == 0) {
        continue;
      }
      variance[g][g] += spread * ng * n;
      for (int h = 0; h < sizes.length; h++) {
        variance[g][h] -= spread * ng * at.atRisk(h);
      }
    }
  }

  /**
   * The participants of a group.
   *
   * @param group its index
   */
  public int size(int group) {
    return sizes[group];
  }

  /** The number of groups. */
  public int groups() {
    return sizes.length;
  }

  /**
   * The weighted number of events of a group.
   *
   * @param group its index
   */
  public double observed(int group) {
    return observed[group];
  }

  /**
   * The weighted number expected if all groups had one curve.
   *
   * @param group its index
   */
  public double expected(int group) {
    return expected[group];
  }

  /**
   * The covariance of observed - expected of two groups.
   *
   * @param first a group's index
   * @param second a group's index
   */
  public double variance(int first, int second) {
    return variance[first][second];
  }

  /** One less than the number of groups in which an event was expected. */
  public int degreesOfFreedom() {
    return informative().length - 1;
  }

  /**
   * The statistic (O - E)' V^- (O - E).
   *
   * @throws IllegalArgumentException if no time has both an event and two groups at risk
   */
  public double chiSquared() {
    int[] kept = informative();
    int k = kept.length - 1;
    if (k < 1) {
      throw Require.refusal("groups with expected events", k + 1, "2 or more");
    }
    double[][] v = new double[k][k];
    double[] difference = new double[k];
    for (int i = 0; i < k; i++) {
      difference[i] = observed[kept[i]] - expected[kept[i]];
      for (int j = 0; j < k; j++) {
        v[i][j] = variance[kept[i]][kept[j]];
      }
    }
    return SymmetricMatrix.quadraticForm(v, difference)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the variance is singular: no event time has two groups at risk"));
  }

  /** The p value of {@link #chiSquared()}. */
  public double pValue() {
    return ChiSquared.upperTail(chiSquared(), degreesOfFreedom());
  }

  private int[] informative() {
    return IntStream.range(0, sizes.length).filter(g -> expected[g] > 0).toArray();
  }
}
