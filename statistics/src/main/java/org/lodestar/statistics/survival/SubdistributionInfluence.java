package org.lodestar.statistics.survival;

/**
 * What each participant adds to the score of Fine and Gray's likelihood at its maximum: the
 * participant's own weighted residual, and the part that passes through the estimate of the
 * censoring curve (Fine and Gray 1999, JASA 94:496, the terms eta and psi of section 3). The sum of
 * their squares is the variance of the score.
 */
final class SubdistributionInfluence {
  private final CompetingFollowUp data;
  private final int cause;
  private final SubdistributionLikelihood likelihood;
  private final CensoringCurve censoring;
  private final int terms;

  /** Sums over the times of the cause: of hazard, and of hazard times mean covariates. */
  private final double[][] plain;

  /** The same with each time's G(t-). */
  private final double[][] weighted;

  SubdistributionInfluence(
      CompetingFollowUp data,
      int cause,
      SubdistributionLikelihood likelihood,
      CensoringCurve censoring) {
    this.data = data;
    this.cause = cause;
    this.likelihood = likelihood;
    this.censoring = censoring;
    this.terms = likelihood.score.length;
    int times = likelihood.time.length;
    plain = new double[times + 1][terms + 1];
    weighted = new double[times + 1][terms + 1];
    for (int j = 0; j < times; j++) {
      for (int k = 0; k <= terms; k++) {
        double value = likelihood.hazard[j] * (k == terms ? 1 : likelihood.mean[j][k]);
        plain[j + 1][k] = plain[j][k] + value;
        weighted[j + 1][k] = weighted[j][k] + value * likelihood.uncensored[j];
      }
    }
  }

  /** The sum of squares of all influences. */
  double[][] variance() {
    double[][] influence = new double[data.size][terms];
    addOwn(influence);
    addThroughCensoring(influence);
    double[][] sum = new double[terms][terms];
    for (double[] u : influence) {
      for (int k = 0; k < terms; k++) {
        for (int l = 0; l < terms; l++) {
          sum[k][l] += u[k] * u[l];
        }
      }
    }
    return sum;
  }

  private void addOwn(double[][] influence) {
    int last = likelihood.time.length;
    int passed = 0;
    for (int row = 0; row < data.size; row++) {
      while (passed < last && likelihood.time[passed] <= data.time[row]) {
        passed++;
      }
      double[] x = likelihood.x(row);
      double weight = likelihood.weight[row];
      for (int k = 0; k < terms; k++) {
        double u = -weight * (x[k] * plain[passed][terms] - plain[passed][k]);
        if (data.cause[row] == cause) {
          u += x[k] - likelihood.mean[passed - 1][k];
        } else if (likelihood.isOther(row)) {
          u -= weight / censoring.before(row) * ahead(x[k], k, passed);
        }
        influence[row][k] += u;
      }
    }
  }

  /** The integral of G(t-) (x - mean) over the hazard after the passed times. */
  private double ahead(double x, int k, int passed) {
    double[] end = weighted[likelihood.time.length];
    return x * (end[terms] - weighted[passed][terms]) - (end[k] - weighted[passed][k]);
  }

  /**
   * A censoring at u moves the weight of everyone with another event before u, at all times of the
   * cause from u on.
   */
  private void addThroughCensoring(double[][] influence) {
    RiskSet others = new RiskSet(terms);
    double[] compensator = new double[terms];
    double[] end = weighted[likelihood.time.length];
    int passed = 0;
    for (int from = 0; from < data.size; from = data.endOfTies(from)) {
      int to = data.endOfTies(from);
      while (passed < likelihood.time.length && likelihood.time[passed] < data.time[from]) {
        passed++;
      }
      for (int k = 0; k < terms; k++) {
        double moved =
            others.s1[k] * (end[terms] - weighted[passed][terms])
                - others.s0 * (end[k] - weighted[passed][k]);
        double perHead = moved / censoring.atRisk(from);
        compensator[k] += perHead * censoring.increment(from);
        for (int row = from; row < to; row++) {
          influence[row][k] += (data.cause[row] == 0 ? perHead : 0) - compensator[k];
        }
      }
      for (int row = from; row < to; row++) {
        if (likelihood.isOther(row)) {
          others.add(likelihood.weight[row] / censoring.before(row), likelihood.x(row));
        }
      }
    }
  }
}
