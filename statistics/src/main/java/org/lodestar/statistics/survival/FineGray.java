package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.List;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.numeric.SymmetricMatrix;

/**
 * Proportional hazards of the subdistribution of one cause among competing risks (Fine and Gray
 * 1999, JASA 94:496): a coefficient says how a covariate moves the cumulative incidence of the
 * cause. Those who had another event stay in the risk set with the probability that they would not
 * have been censored yet; censoring must not depend on the covariates. Standard errors are the
 * paper's, which count the estimation of the censoring curve.
 *
 * <p>Where the likelihood has no maximum, {@link #converged()} is false and the coefficients are
 * not estimable.
 */
public final class FineGray {
  private static final int MOST_STEPS = 50;
  private static final double CONVERGED = 1e-10;
  private static final double MOST_BETA = 50;

  private final List<String> names;
  private final Covariates covariates;
  private final SubdistributionLikelihood likelihood;
  private final double nullLogLikelihood;
  private final double[] beta;
  private final double[][] variance;

  private FineGray(Fit fit, List<String> names) {
    this.names = List.copyOf(names);
    this.covariates = fit.covariates;
    this.likelihood = fit.likelihood;
    this.nullLogLikelihood = fit.nullLogLikelihood;
    this.beta = fit.beta;
    this.variance = fit.converged ? fit.sandwich() : new double[0][0];
  }

  /**
   * The regression.
   *
   * @param times follow-up times, each finite and at least 0
   * @param causes 0 for censored, 1, 2, ... for the kind of the first event
   * @param cause the cause of interest, at least 1, seen at least once
   * @param names the covariates' names
   * @param columns one column per name, each finite and not constant
   * @throws IllegalArgumentException also if the columns are collinear
   */
  public static FineGray of(
      double[] times, int[] causes, int cause, List<String> names, double[][] columns) {
    CompetingFollowUp data = new CompetingFollowUp(times, causes);
    Require.atLeast("cause", cause, 1);
    if (!data.has(cause)) {
      throw Require.refusal("cause", cause, "a cause that was seen");
    }
    Fit fit = new Fit(data, cause, new Covariates(names, columns, data.size));
    if (!fit.maximise()) {
      throw Require.refusal("covariates", names, "columns that are not collinear");
    }
    return new FineGray(fit, names);
  }

  /** Newton's method, a step halved until the likelihood does not fall. */
  private static final class Fit {
    private final CompetingFollowUp data;
    private final int cause;
    private final Covariates covariates;
    private final CensoringCurve censoring;
    private final double nullLogLikelihood;
    private SubdistributionLikelihood likelihood;
    private double[] beta;
    private boolean converged;

    Fit(CompetingFollowUp data, int cause, Covariates covariates) {
      this.data = data;
      this.cause = cause;
      this.covariates = covariates;
      this.censoring = new CensoringCurve(data);
      this.beta = new double[covariates.scale.length];
      this.likelihood = at(beta);
      this.nullLogLikelihood = likelihood.logLikelihood;
    }

    private SubdistributionLikelihood at(double[] point) {
      return new SubdistributionLikelihood(data, cause, covariates, censoring, point);
    }

    /** False if the information is singular at the start. */
    boolean maximise() {
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] move =
            SymmetricMatrix.solve(likelihood.information, likelihood.score).orElse(null);
        if (move == null) {
          return step > 0;
        }
        double largest = Arrays.stream(move).map(Math::abs).max().orElse(0);
        advance(move);
        if (largest < CONVERGED) {
          converged = true;
          return true;
        }
        if (Arrays.stream(beta).anyMatch(b -> !(Math.abs(b) < MOST_BETA))) {
          return true;
        }
      }
      return true;
    }

    private void advance(double[] move) {
      for (double share = 1; share > 1e-6; share /= 2) {
        double[] tried = beta.clone();
        for (int k = 0; k < tried.length; k++) {
          tried[k] += share * move[k];
        }
        SubdistributionLikelihood next = at(tried);
        double least = likelihood.logLikelihood - 1e-12 * Math.abs(likelihood.logLikelihood);
        if (next.logLikelihood >= least) {
          beta = tried;
          likelihood = next;
          return;
        }
      }
    }

    /** I^-1 V I^-1. */
    double[][] sandwich() {
      double[][] bread = SymmetricMatrix.inverse(likelihood.information).orElseThrow();
      double[][] filling =
          new SubdistributionInfluence(data, cause, likelihood, censoring).variance();
      return product(product(bread, filling), bread);
    }

    private static double[][] product(double[][] a, double[][] b) {
      double[][] out = new double[a.length][a.length];
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < a.length; j++) {
          for (int k = 0; k < a.length; k++) {
            out[i][j] += a[i][k] * b[k][j];
          }
        }
      }
      return out;
    }
  }

  /** The covariates' names, in the order of all indices. */
  public List<String> names() {
    return names;
  }

  /** Whether the likelihood has a maximum at finite coefficients. */
  public boolean converged() {
    return variance.length > 0;
  }

  /**
   * A coefficient, the logarithm of the subdistribution hazard ratio per unit.
   *
   * @param k the covariate's index
   */
  public Estimate coefficient(int k) {
    return converged() ? Estimate.of(beta[k] / covariates.scale[k]) : diverged();
  }

  /**
   * A coefficient's standard error.
   *
   * @param k the covariate's index
   */
  public Estimate standardError(int k) {
    return converged() ? Estimate.of(Math.sqrt(variance[k][k]) / covariates.scale[k]) : diverged();
  }

  /**
   * The two-sided p value of Wald's test of one coefficient.
   *
   * @param k the covariate's index
   */
  public Estimate pValue(int k) {
    return converged()
        ? Estimate.of(Normal.twoSided(coefficient(k).value() / standardError(k).value()))
        : diverged();
  }

  /**
   * Wald's interval of the subdistribution hazard ratio, symmetric in its logarithm.
   *
   * @param k the covariate's index
   * @param level the coverage, inside (0, 1)
   */
  public Interval hazardRatioInterval(int k, double level) {
    double z = IntervalType.z(level);
    if (!converged()) {
      return new Interval(diverged(), diverged(), level);
    }
    double b = coefficient(k).value();
    double half = z * standardError(k).value();
    return Interval.of(Math.exp(b - half), Math.exp(b + half), level);
  }

  /** The log pseudo-likelihood with all coefficients 0. */
  public double nullLogLikelihood() {
    return nullLogLikelihood;
  }

  /** The log pseudo-likelihood at the maximum. */
  public double logLikelihood() {
    return likelihood.logLikelihood;
  }

  private Estimate diverged() {
    return Estimate.notEstimable(
        "the likelihood has no maximum, a coefficient of " + names + " is infinite");
  }
}
