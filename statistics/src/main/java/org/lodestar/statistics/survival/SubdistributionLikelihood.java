package org.lodestar.statistics.survival;

import java.util.Arrays;

/**
 * The weighted partial likelihood of Fine and Gray at one coefficient vector, ties as Breslow's:
 * score, information, and for each distinct time t of the cause the hazard increment {@code d / S0}
 * and the mean covariates of the risk set. In it stand those still followed, with weight 1, and
 * those who had another event before t, with weight {@code G(t-) / G(T-)}, G being the Kaplan-Meier
 * curve of censoring.
 */
final class SubdistributionLikelihood {
  final double[] score;
  final double[][] information;
  double logLikelihood;

  /** The distinct times of the cause, in increasing order. */
  final double[] time;

  final double[] hazard;
  final double[][] mean;

  /** G(t-) at each time of the cause. */
  final double[] uncensored;

  /** exp of the linear predictor of each sorted row. */
  final double[] weight;

  private final CompetingFollowUp data;
  private final int cause;
  private final Covariates covariates;
  private final CensoringCurve censoring;

  SubdistributionLikelihood(
      CompetingFollowUp data,
      int cause,
      Covariates covariates,
      CensoringCurve censoring,
      double[] beta) {
    this.data = data;
    this.cause = cause;
    this.covariates = covariates;
    this.censoring = censoring;
    int p = beta.length;
    score = new double[p];
    information = new double[p][p];
    weight = new double[data.size];
    int[] first = firstRows();
    time = new double[first.length];
    hazard = new double[first.length];
    mean = new double[first.length][p];
    uncensored = new double[first.length];
    double[] predictor = new double[data.size];
    for (int row = 0; row < data.size; row++) {
      predictor[row] = covariates.predictor(data.order[row], beta);
      weight[row] = Math.exp(predictor[row]);
    }
    RiskSet[] risk = followed(first, p);
    addOthers(risk, first, p);
    for (int j = 0; j < first.length; j++) {
      addTime(j, first[j], risk[j], predictor);
    }
  }

  double[] x(int row) {
    return covariates.x[data.order[row]];
  }

  /** The first row of each distinct time at which the cause was seen. */
  private int[] firstRows() {
    int[] rows = new int[data.size];
    int found = 0;
    for (int from = 0; from < data.size; from = data.endOfTies(from)) {
      boolean seen = false;
      for (int row = from; row < data.endOfTies(from); row++) {
        seen |= data.cause[row] == cause;
      }
      if (seen) {
        rows[found++] = from;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /** Those still followed at each time of the cause. */
  private RiskSet[] followed(int[] first, int p) {
    RiskSet[] risk = new RiskSet[first.length];
    RiskSet current = new RiskSet(p);
    int row = data.size;
    for (int j = first.length - 1; j >= 0; j--) {
      while (row > first[j]) {
        row--;
        current.add(weight[row], x(row));
      }
      risk[j] = new RiskSet(p);
      risk[j].add(current, 1);
    }
    return risk;
  }

  /** Those who had another event before. */
  private void addOthers(RiskSet[] risk, int[] first, int p) {
    RiskSet others = new RiskSet(p);
    int row = 0;
    for (int j = 0; j < first.length; j++) {
      while (row < first[j]) {
        if (isOther(row)) {
          others.add(weight[row] / censoring.before(row), x(row));
        }
        row++;
      }
      time[j] = data.time[first[j]];
      uncensored[j] = censoring.before(first[j]);
      risk[j].add(others, uncensored[j]);
    }
  }

  boolean isOther(int row) {
    return data.cause[row] > 0 && data.cause[row] != cause;
  }

  private void addTime(int j, int from, RiskSet risk, double[] predictor) {
    int p = score.length;
    for (int k = 0; k < p; k++) {
      mean[j][k] = risk.mean(k);
    }
    for (int row = from; row < data.endOfTies(from); row++) {
      if (data.cause[row] != cause) {
        continue;
      }
      logLikelihood += predictor[row] - Math.log(risk.s0);
      hazard[j] += 1 / risk.s0;
      for (int k = 0; k < p; k++) {
        score[k] += x(row)[k] - mean[j][k];
        for (int l = 0; l <= k; l++) {
          information[k][l] += risk.s2[k][l] / risk.s0 - mean[j][k] * mean[j][l];
          information[l][k] = information[k][l];
        }
      }
    }
  }
}
