package org.lodestar.statistics.bayes;

import org.apache.commons.numbers.gamma.LogBeta;
import org.lodestar.statistics.Require;

/**
 * The probability, given the data so far, that the trial will succeed when all are in: success is a
 * posterior probability P(rate &gt; p0) above thetaT (Lee and Liu 2008, Clin Trials 5:93). The
 * responses still to come are beta-binomial.
 *
 * @param prior the prior of the rate
 * @param most the number of participants in all, at least 1
 * @param p0 the rate to be beaten, inside (0, 1)
 * @param thetaT the posterior probability that counts as success, inside (0, 1)
 */
public record PredictiveProbability(BetaPosterior prior, int most, double p0, double thetaT) {
  /** Refuses values outside their ranges. */
  public PredictiveProbability {
    Require.atLeast("most", most, 1);
    Require.insideUnit("p0", p0);
    Require.insideUnit("thetaT", thetaT);
  }

  /**
   * The predictive probability of success.
   *
   * @param responses 0 to n
   * @param n participants so far, 0 to most
   */
  public double of(int responses, int n) {
    double[] future = futureResponses(responses, n);
    double sum = 0;
    for (int i = 0; i < future.length; i++) {
      sum += succeeds(responses + i) ? future[i] : 0;
    }
    return Math.min(1, sum);
  }

  /**
   * The beta-binomial probabilities of 0, 1, ... responses among those to come.
   *
   * @param responses 0 to n
   * @param n participants so far, 0 to most
   */
  public double[] futureResponses(int responses, int n) {
    Require.within("n", n, 0, most);
    BetaPosterior now = prior.after(responses, n);
    int left = most - n;
    double[] mass = new double[left + 1];
    double logChoose = 0;
    for (int i = 0; i <= left; i++) {
      mass[i] =
          Math.exp(
              logChoose
                  + LogBeta.value(now.a() + i, now.b() + left - i)
                  - LogBeta.value(now.a(), now.b()));
      logChoose += Math.log((double) (left - i) / (i + 1));
    }
    return mass;
  }

  /**
   * P(rate &gt; p0) at the end, for a final number of responses.
   *
   * @param responses 0 to most
   */
  public double finalPosterior(int responses) {
    return prior.after(responses, most).above(p0);
  }

  /**
   * Whether a final number of responses is a success.
   *
   * @param responses 0 to most
   */
  public boolean succeeds(int responses) {
    return finalPosterior(responses) > thetaT;
  }
}
