package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.ChiSquared;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.numeric.SymmetricMatrix;

/**
 * Proportional hazards regression (Cox 1972, JRSS B 34:187) by Newton's method on the partial
 * likelihood, with strata and three treatments of ties.
 *
 * <p>Where the likelihood has no maximum (a covariate separates the events, so that the hazard
 * ratio that fits best is 0 or infinite), {@link #converged()} is false, the coefficients are not
 * estimable, and so is all that rests on them; the score test and the log-likelihoods remain.
 */
public final class CoxRegression {
  private static final int MOST_STEPS = 60;
  private static final double FLAT = 1e-13;
  private static final double STILL_MOVING = 1e-4;

  private final CoxData data;
  private final List<String> names;
  private final Ties ties;
  private final PartialLikelihood atNull;
  private PartialLikelihood atMaximum;
  private double[] beta;
  private boolean converged;

  private CoxRegression(CoxData data, List<String> names, Ties ties) {
    this.data = data;
    this.names = List.copyOf(names);
    this.ties = ties;
    this.beta = new double[names.size()];
    this.atNull = PartialLikelihood.at(beta, data, ties);
    this.atMaximum = atNull;
  }

  /**
   * The regression without strata.
   *
   * @param survival the follow-up, from time 0, with at least one event
   * @param names the covariates' names
   * @param covariates one column per name, each finite and not constant
   * @param ties the treatment of ties
   */
  public static CoxRegression of(
      SurvivalData survival, List<String> names, double[][] covariates, Ties ties) {
    return of(survival, names, covariates, new int[survival.size()], ties);
  }

  /**
   * The stratified regression: each stratum has its own baseline hazard.
   *
   * @param survival the follow-up, from time 0, with at least one event
   * @param names the covariates' names
   * @param covariates one column per name, each finite and not constant
   * @param strata the stratum of each participant
   * @param ties the treatment of ties
   * @throws IllegalArgumentException if a covariate is constant, or the columns are collinear
   */
  public static CoxRegression of(
      SurvivalData survival, List<String> names, double[][] covariates, int[] strata, Ties ties) {
    Require.sameLength("strata", strata.length, "times", survival.size());
    Require.atLeast("number of events", survival.eventCount(), 1);
    if (survival.isLeftTruncated()) {
      throw new IllegalArgumentException("data are left-truncated; legal: follow-up from time 0");
    }
    CoxData data = new CoxData(survival, names, covariates, strata);
    CoxRegression regression = new CoxRegression(data, names, ties);
    regression.maximise();
    return regression;
  }

  private void maximise() {
    double[] move =
        SymmetricMatrix.solve(atNull.information, atNull.score)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "covariates "
                            + names
                            + " are collinear in the risk sets; legal: a"
                            + " nonsingular information matrix"));
    for (int step = 0; step < MOST_STEPS; step++) {
      PartialLikelihood next = advance(move);
      double gain = next.logLikelihood - atMaximum.logLikelihood;
      atMaximum = next;
      Optional<double[]> following =
          SymmetricMatrix.solve(next.information, next.score).filter(CoxRegression::isFinite);
      if (following.isEmpty()) {
        return;
      }
      move = following.get();
      double largest = Arrays.stream(move).map(Math::abs).max().orElse(0);
      if (gain <= FLAT * Math.abs(next.logLikelihood) && largest > STILL_MOVING) {
        return;
      }
      if (largest < FLAT * 10) {
        converged = true;
        return;
      }
    }
  }

  private PartialLikelihood advance(double[] move) {
    for (double share = 1; share > 1e-6; share /= 2) {
      double[] tried = beta.clone();
      for (int k = 0; k < tried.length; k++) {
        tried[k] += share * move[k];
      }
      PartialLikelihood next = PartialLikelihood.at(tried, data, ties);
      if (next.logLikelihood >= atMaximum.logLikelihood - 1e-12 * Math.abs(atMaximum.logLikelihood)
          && Double.isFinite(next.logLikelihood)) {
        beta = tried;
        return next;
      }
    }
    return atMaximum;
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  /** The covariates' names, in the order of all indices. */
  public List<String> names() {
    return names;
  }

  /** Whether the likelihood has a maximum at finite coefficients. */
  public boolean converged() {
    return converged;
  }

  /** The number of participants. */
  public int participants() {
    return data.size;
  }

  /** The number of events. */
  public int eventCount() {
    int count = 0;
    for (boolean e : data.event) {
      count += e ? 1 : 0;
    }
    return count;
  }

  /**
   * A coefficient, the logarithm of the hazard ratio per unit.
   *
   * @param k the covariate's index
   */
  public Estimate coefficient(int k) {
    return ifConverged(beta[k] / data.scale[k]);
  }

  /**
   * The covariance of two coefficients, from the inverse of the information.
   *
   * @param k a covariate's index
   * @param l a covariate's index
   */
  public Estimate covariance(int k, int l) {
    return converged
        ? Estimate.of(inverseInformation()[k][l] / data.scale[k] / data.scale[l])
        : diverged();
  }

  /**
   * A coefficient's standard error.
   *
   * @param k the covariate's index
   */
  public Estimate standardError(int k) {
    return converged ? Estimate.of(Math.sqrt(covariance(k, k).value())) : diverged();
  }

  /**
   * Coefficient / standard error.
   *
   * @param k the covariate's index
   */
  public Estimate z(int k) {
    return converged ? Estimate.of(coefficient(k).value() / standardError(k).value()) : diverged();
  }

  /**
   * The two-sided p value of Wald's test of one coefficient.
   *
   * @param k the covariate's index
   */
  public Estimate pValue(int k) {
    return converged ? Estimate.of(Normal.twoSided(z(k).value())) : diverged();
  }

  /**
   * exp(coefficient).
   *
   * @param k the covariate's index
   */
  public Estimate hazardRatio(int k) {
    return converged ? Estimate.of(Math.exp(coefficient(k).value())) : diverged();
  }

  /**
   * Wald's interval of the hazard ratio, symmetric in its logarithm.
   *
   * @param k the covariate's index
   * @param level the coverage, inside (0, 1)
   */
  public Interval hazardRatioInterval(int k, double level) {
    double z = IntervalType.z(level);
    if (!converged) {
      return new Interval(diverged(), diverged(), level);
    }
    double b = coefficient(k).value();
    double half = z * standardError(k).value();
    return Interval.of(Math.exp(b - half), Math.exp(b + half), level);
  }

  /** The log partial likelihood with all coefficients 0. */
  public double nullLogLikelihood() {
    return atNull.logLikelihood;
  }

  /** The log partial likelihood at the maximum; without one, the height it comes up to. */
  public double logLikelihood() {
    return atMaximum.logLikelihood;
  }

  /** The likelihood-ratio statistic, chi-squared with as many degrees of freedom as covariates. */
  public double likelihoodRatio() {
    return 2 * (logLikelihood() - nullLogLikelihood());
  }

  /** Wald's statistic of all coefficients. */
  public Estimate wald() {
    if (!converged) {
      return diverged();
    }
    double sum = 0;
    for (int k = 0; k < beta.length; k++) {
      for (int l = 0; l < beta.length; l++) {
        sum += beta[k] * atMaximum.information[k][l] * beta[l];
      }
    }
    return Estimate.of(sum);
  }

  /** The score statistic at 0; for one 0/1 covariate without ties it is the log-rank test. */
  public double score() {
    return SymmetricMatrix.quadraticForm(atNull.information, atNull.score).orElseThrow();
  }

  /** The number of covariates. */
  public int degreesOfFreedom() {
    return beta.length;
  }

  /**
   * The p value of one of the three statistics.
   *
   * @param statistic {@link #likelihoodRatio()}, {@link #wald()} or {@link #score()}
   */
  public double pValueOf(double statistic) {
    return ChiSquared.upperTail(Math.max(0, statistic), degreesOfFreedom());
  }

  /** Akaike's criterion, -2 log-likelihood + 2 covariates. */
  public double aic() {
    return -2 * logLikelihood() + 2 * degreesOfFreedom();
  }

  /** Harrell's concordance of the linear predictor. */
  public Concordance concordance() {
    double[] predictor = new double[data.size];
    for (int i = 0; i < predictor.length; i++) {
      predictor[i] = data.predictor(i, beta);
    }
    return Concordance.of(data, predictor);
  }

  /**
   * The cumulative baseline hazard of a stratum: of a participant whose covariates are all 0.
   *
   * @param stratum the stratum; 0 where there are none
   * @param t a time of at least 0
   */
  public Estimate baselineHazard(int stratum, double t) {
    if (!converged) {
      return diverged();
    }
    double[] sum = new double[1];
    PartialLikelihood.at(
        beta,
        data,
        ties,
        (s, time, score, information, hazard) -> {
          if (s == stratum && time <= t) {
            sum[0] += hazard;
          }
        });
    double centred = 0;
    for (int k = 0; k < beta.length; k++) {
      centred += beta[k] / data.scale[k] * data.centre[k];
    }
    return Estimate.of(sum[0] * Math.exp(-centred));
  }

  /**
   * The test of proportional hazards with the Kaplan-Meier transform of time.
   *
   * @throws IllegalStateException if the likelihood has no maximum
   */
  public ProportionalHazardsTest proportionalHazards() {
    if (!converged) {
      throw new IllegalStateException(((Estimate.NotEstimable) diverged()).reason());
    }
    return ProportionalHazardsTest.of(data, beta, ties, names);
  }

  private double[][] inverseInformation() {
    return SymmetricMatrix.inverse(atMaximum.information).orElseThrow();
  }

  private Estimate ifConverged(double value) {
    return converged ? Estimate.of(value) : diverged();
  }

  private Estimate diverged() {
    return Estimate.notEstimable(
        "the partial likelihood has no maximum, a coefficient of " + names + " is infinite");
  }
}
