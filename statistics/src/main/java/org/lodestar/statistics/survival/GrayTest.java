package org.lodestar.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.ChiSquared;
import org.lodestar.statistics.numeric.SymmetricMatrix;

/**
 * Gray's test that the cumulative incidence of one cause is the same in k groups (Gray 1988, Ann
 * Stat 16:1141, with rho = 0). Group i enters with the risk set of the subdistribution, {@code R_i
 * = n_i (1 - F_i(t-)) / S_i(t-)}: whoever had another event counts on, as far as follow-up goes.
 * The score is {@code sum (d_i - R_i d / sum R)}; its variance is that of the paper's section 2,
 * with R's {@code cmprsk} correction for ties.
 *
 * @param cause the cause compared
 * @param chiSquared the statistic
 * @param degreesOfFreedom one less than the number of groups
 * @param pValue its p value
 */
public record GrayTest(int cause, double chiSquared, int degreesOfFreedom, double pValue) {

  /**
   * The test.
   *
   * @param times follow-up times, each finite and at least 0
   * @param causes 0 for censored, 1, 2, ... for the kind of the first event
   * @param group the group of each participant, 0, 1, ..., k - 1, none empty, k at least 2
   * @param cause the cause compared, at least 1, seen at least once
   * @throws IllegalArgumentException also if the groups are never at risk together
   */
  public static GrayTest of(double[] times, int[] causes, int[] group, int cause) {
    CompetingFollowUp data = new CompetingFollowUp(times, causes);
    Require.sameLength("group", group.length, "times", times.length);
    int groups = Groups.checked(group);
    Require.atLeast("cause", cause, 1);
    if (!data.has(cause)) {
      throw Require.refusal("cause", cause, "a cause that was seen");
    }
    Walk walk = new Walk(data, group, groups, cause);
    walk.run();
    double chiSquared = walk.statistic();
    int df = groups - 1;
    return new GrayTest(cause, chiSquared, df, ChiSquared.upperTail(chiSquared, df));
  }

  /**
   * The part of one group's events of one kind, at one time, in all scores: {@code direct} at once,
   * and {@code lever} times what the score's compensator still has before it.
   */
  private static final class Influence {
    final int group;
    final double[] direct;
    final double[] passed;
    final double lever;
    final double weight;

    Influence(int group, double[] direct, double[] passed, double lever, double weight) {
      this.group = group;
      this.direct = direct;
      this.passed = passed;
      this.lever = lever;
      this.weight = weight;
    }
  }

  private static final class Walk {
    private final CompetingFollowUp data;
    private final int[] group;
    private final int groups;
    private final int cause;

    private final double[] atRisk;
    private final double[] own;
    private final double[] others;
    private final double[] eventFree;
    private final double[] incidence;
    private double pooledIncidence;

    private final double[] score;
    private final double[][] compensator;
    private final List<Influence> influences = new ArrayList<>();

    Walk(CompetingFollowUp data, int[] group, int groups, int cause) {
      this.data = data;
      this.group = group;
      this.groups = groups;
      this.cause = cause;
      atRisk = new double[groups];
      own = new double[groups];
      others = new double[groups];
      eventFree = new double[groups];
      Arrays.fill(eventFree, 1);
      incidence = new double[groups];
      score = new double[groups];
      compensator = new double[groups][groups];
    }

    void run() {
      for (int g : group) {
        atRisk[g]++;
      }
      int from = 0;
      while (from < data.size) {
        int to = data.endOfTies(from);
        Arrays.fill(own, 0);
        Arrays.fill(others, 0);
        for (int row = from; row < to; row++) {
          int g = group[data.order[row]];
          own[g] += data.cause[row] == cause ? 1 : 0;
          others[g] += data.cause[row] > 0 && data.cause[row] != cause ? 1 : 0;
        }
        if (sum(own) + sum(others) > 0) {
          addTime();
        }
        for (int row = from; row < to; row++) {
          atRisk[group[data.order[row]]]--;
        }
        from = to;
      }
    }

    private void addTime() {
      double deaths = sum(own);
      double[] scaled = new double[groups];
      double[] subdistribution = new double[groups];
      for (int g = 0; g < groups; g++) {
        if (atRisk[g] > 0) {
          scaled[g] = atRisk[g] / eventFree[g];
          subdistribution[g] = scaled[g] * (1 - incidence[g]);
        }
      }
      double pooled = sum(scaled);
      double after = pooledIncidence + deaths / pooled;
      addScores(deaths, subdistribution);
      double[][] direct = addCompensators(deaths, scaled, pooled);
      for (int g = 0; g < groups; g++) {
        if (atRisk[g] > 0) {
          addInfluences(g, deaths, pooled, after, direct);
        }
      }
      pooledIncidence = after;
      moveCurves();
    }

    private void addScores(double deaths, double[] subdistribution) {
      double total = sum(subdistribution);
      for (int g = 0; g < groups; g++) {
        if (atRisk[g] > 0) {
          score[g] += own[g] - deaths * subdistribution[g] / total;
        }
      }
    }

    private double[][] addCompensators(double deaths, double[] scaled, double pooled) {
      double hazard = deaths / (pooled * (1 - pooledIncidence));
      double[][] direct = new double[groups][groups];
      for (int g = 0; g < groups; g++) {
        for (int h = 0; h < groups; h++) {
          direct[g][h] = scaled[g] * ((g == h ? 1 : 0) - scaled[h] / pooled);
          compensator[g][h] += direct[g][h] * hazard;
        }
      }
      return direct;
    }

    private void addInfluences(
        int g, double deaths, double pooled, double after, double[][] direct) {
      double before = eventFree[g];
      double left = before * (atRisk[g] - own[g] - others[g]) / atRisk[g];
      double ratio = left > 0 ? (1 - after) / left : 0;
      if (deaths > 0) {
        double ties = deaths > 1 ? 1 - (deaths - 1) / (pooled * before - 1) : 1;
        double weight = ties * before * deaths / (pooled * atRisk[g]);
        influences.add(
            new Influence(g, column(direct, g), column(compensator, g), 1 - ratio, weight));
      }
      if (others[g] > 0 && left > 0) {
        double ties = others[g] > 1 ? 1 - (others[g] - 1) / (atRisk[g] - 1) : 1;
        double weight = ties * before * before * others[g] / (atRisk[g] * atRisk[g]);
        influences.add(
            new Influence(g, new double[groups], column(compensator, g), -ratio, weight));
      }
    }

    private void moveCurves() {
      for (int g = 0; g < groups; g++) {
        if (atRisk[g] > 0) {
          incidence[g] += eventFree[g] * own[g] / atRisk[g];
          eventFree[g] *= (atRisk[g] - own[g] - others[g]) / atRisk[g];
        }
      }
    }

    double statistic() {
      int k = groups - 1;
      double[][] variance = new double[k][k];
      for (Influence each : influences) {
        double[] effect = new double[k];
        for (int i = 0; i < k; i++) {
          double ahead = compensator[i][each.group] - each.passed[i];
          effect[i] = each.direct[i] + each.lever * ahead;
        }
        for (int i = 0; i < k; i++) {
          for (int j = 0; j < k; j++) {
            variance[i][j] += each.weight * effect[i] * effect[j];
          }
        }
      }
      return SymmetricMatrix.quadraticForm(variance, Arrays.copyOf(score, k))
          .orElseThrow(
              () -> Require.refusal("variance", "singular", "two groups at risk at an event"));
    }

    private static double[] column(double[][] matrix, int column) {
      return Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
    }

    private static double sum(double[] values) {
      return Arrays.stream(values).sum();
    }
  }
}
