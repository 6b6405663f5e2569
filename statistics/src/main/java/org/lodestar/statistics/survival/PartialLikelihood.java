package org.lodestar.statistics.survival;

import java.util.Arrays;

/**
 * The logarithm of the Cox partial likelihood, its score vector and its information matrix at one
 * coefficient vector. A visitor may watch the moments of each event time.
 */
final class PartialLikelihood {
  final double[] score;
  final double[][] information;
  double logLikelihood;

  /** Told of each distinct event time: its score, its information, its hazard increment. */
  interface Visitor {
    void at(int stratum, double time, double[] score, double[][] information, double hazard);
  }

  private final CoxData data;
  private final Ties ties;
  private final Visitor visitor;
  private final int p;
  private final RiskSet risk;
  private final RiskSet died;
  private final double[] scoreHere;
  private final double[][] informationHere;
  private double hazardHere;

  private PartialLikelihood(CoxData data, Ties ties, Visitor visitor) {
    this.data = data;
    this.ties = ties;
    this.visitor = visitor;
    p = data.terms;
    score = new double[p];
    information = new double[p][p];
    risk = new RiskSet(p);
    died = new RiskSet(p);
    scoreHere = new double[p];
    informationHere = new double[p][p];
  }

  static PartialLikelihood at(double[] beta, CoxData data, Ties ties) {
    return at(beta, data, ties, (stratum, time, score, information, hazard) -> {});
  }

  static PartialLikelihood at(double[] beta, CoxData data, Ties ties, Visitor visitor) {
    PartialLikelihood likelihood = new PartialLikelihood(data, ties, visitor);
    likelihood.walk(beta);
    return likelihood;
  }

  private void walk(double[] beta) {
    int from = 0;
    int stratumStart = 0;
    while (from < data.size) {
      if (from > 0 && data.stratum[from] != data.stratum[from - 1]) {
        risk.clear();
        stratumStart = from;
      }
      int to = data.endOfTies(from);
      died.clear();
      int deaths = 0;
      double predictorOfDead = 0;
      Arrays.fill(scoreHere, 0);
      for (int i = from; i < to; i++) {
        double predictor = data.predictor(i, beta);
        double weight = Math.exp(predictor);
        risk.add(weight, data.x[i]);
        if (data.event[i]) {
          died.add(weight, data.x[i]);
          deaths++;
          predictorOfDead += predictor;
          for (int k = 0; k < p; k++) {
            scoreHere[k] += data.x[i][k];
          }
        }
      }
      if (deaths > 0) {
        addTime(beta, stratumStart, to, deaths, predictorOfDead);
        visitor.at(data.stratum[from], data.time[from], scoreHere, informationHere, hazardHere);
      }
      from = to;
    }
  }

  private void addTime(double[] beta, int start, int to, int deaths, double predictorOfDead) {
    for (double[] row : informationHere) {
      Arrays.fill(row, 0);
    }
    hazardHere = 0;
    logLikelihood += predictorOfDead;
    if (ties == Ties.EXACT && deaths > 1) {
      addExact(beta, start, to, deaths);
    } else {
      for (int j = 0; j < deaths; j++) {
        addMoments(ties == Ties.EFRON ? (double) j / deaths : 0);
      }
    }
    for (int k = 0; k < p; k++) {
      score[k] += scoreHere[k];
      for (int l = 0; l < p; l++) {
        information[k][l] += informationHere[k][l];
      }
    }
  }

  /** One factor of the product, in which a share of the dead has already left the risk set. */
  private void addMoments(double shareGone) {
    double s0 = risk.s0 - shareGone * died.s0;
    logLikelihood -= Math.log(s0);
    hazardHere += 1 / s0;
    for (int k = 0; k < p; k++) {
      double meanK = (risk.s1[k] - shareGone * died.s1[k]) / s0;
      scoreHere[k] -= meanK;
      for (int l = 0; l <= k; l++) {
        double meanL = (risk.s1[l] - shareGone * died.s1[l]) / s0;
        double second = (risk.s2[k][l] - shareGone * died.s2[k][l]) / s0;
        informationHere[k][l] += second - meanK * meanL;
        informationHere[l][k] = informationHere[k][l];
      }
    }
  }

  private void addExact(double[] beta, int start, int to, int deaths) {
    SubsetSum subsets = new SubsetSum(deaths, p);
    for (int i = start; i < to; i++) {
      subsets.add(Math.exp(data.predictor(i, beta)), data.x[i]);
    }
    hazardHere = deaths / risk.s0;
    double s0 = subsets.value();
    logLikelihood -= Math.log(s0);
    for (int k = 0; k < p; k++) {
      double meanK = subsets.first(k) / s0;
      scoreHere[k] -= meanK;
      for (int l = 0; l < p; l++) {
        informationHere[k][l] += subsets.second(k, l) / s0 - meanK * subsets.first(l) / s0;
      }
    }
  }
}
