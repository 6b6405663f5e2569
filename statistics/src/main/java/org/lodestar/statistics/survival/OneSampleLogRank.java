package org.lodestar.statistics.survival;

import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Gamma;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.proportion.PoissonRate;

/**
 * The one-sample log-rank test (Breslow 1975; Woolson 1981): the observed events O against E, the
 * sum over participants of the null cumulative hazard at each follow-up time. Low values of a
 * statistic are evidence of longer survival than the null.
 *
 * <p>The test asks whether the <em>whole</em> curve departs from the null, so it also judges what
 * the null says after the last time at which it is known ({@link SurvivalModel#assumption()}): read
 * it beside {@link #truncatedAt}.
 *
 * @param observed O
 * @param expected E, under the null
 * @param nullModel the null
 */
public record OneSampleLogRank(int observed, double expected, SurvivalModel nullModel) {

  /**
   * The test of a data set against a null curve. With left truncation each participant contributes
   * the hazard since entry.
   *
   * @param data the follow-up
   * @param nullModel the null
   */
  public static OneSampleLogRank of(SurvivalData data, SurvivalModel nullModel) {
    double expected = 0;
    for (int i = 0; i < data.size(); i++) {
      expected +=
          nullModel.cumulativeHazard(data.time(i)) - nullModel.cumulativeHazard(data.entry(i));
    }
    return new OneSampleLogRank(data.eventCount(), expected, nullModel);
  }

  /**
   * The same test on follow-up cut at a point, so that nothing after it can matter.
   *
   * @param data the follow-up
   * @param nullModel the null
   * @param at the point, above 0, such as the last time at which the null is known
   */
  public static OneSampleLogRank truncatedAt(
      SurvivalData data, SurvivalModel nullModel, double at) {
    return of(data.truncatedAt(at), nullModel);
  }

  /** O / E, the standardised mortality ratio; under proportional hazards, the hazard ratio. */
  public Estimate ratio() {
    return ifExpected(observed / expected);
  }

  /** (O - E) / sqrt(E), Breslow's statistic. */
  public Estimate breslow() {
    return ifExpected((observed - expected) / Math.sqrt(expected));
  }

  /** (O - E) / sqrt((O + E) / 2), which keeps its size better (Wu 2014, Pharm Stat 13:402). */
  public Estimate wu() {
    return ifExpected((observed - expected) / Math.sqrt((observed + expected) / 2));
  }

  /** 2 (sqrt O - sqrt E), the variance-stabilised statistic. */
  public Estimate squareRoot() {
    return ifExpected(2 * (Math.sqrt(observed) - Math.sqrt(expected)));
  }

  /**
   * P(Z &lt;= z): the one-sided p value of a statistic of this test, for longer survival.
   *
   * @param statistic {@link #breslow()}, {@link #wu()} or {@link #squareRoot()}
   */
  public static Estimate oneSided(Estimate statistic) {
    return statistic.isEstimable() ? Estimate.of(Normal.cdf(statistic.value())) : statistic;
  }

  /**
   * P(|Z| &gt;= |z|): the two-sided p value of a statistic of this test.
   *
   * @param statistic {@link #breslow()}, {@link #wu()} or {@link #squareRoot()}
   */
  public static Estimate twoSided(Estimate statistic) {
    return statistic.isEstimable() ? Estimate.of(Normal.twoSided(statistic.value())) : statistic;
  }

  /**
   * O as a Poisson count of mean E.
   *
   * @throws IllegalArgumentException if E is 0
   */
  public PoissonRate.Test exactPoisson() {
    return PoissonRate.test(observed, expected);
  }

  /**
   * P(Gamma(O) &gt;= E), exact if follow-up ends with the O-th event: twice E is then chi-squared
   * with 2 O degrees of freedom. One-sided, for longer survival; not estimable without an event.
   */
  public Estimate gammaOneSided() {
    return observed == 0
        ? Estimate.notEstimable("the gamma test needs an event")
        : ifExpected(Gamma.upperTail(expected, observed));
  }

  /**
   * The exact interval of O / E (Garwood).
   *
   * @param level the coverage, inside (0, 1)
   */
  public Interval ratioInterval(double level) {
    Require.insideUnit("level", level);
    return expected > 0
        ? PoissonRate.garwood(observed, expected, level)
        : Interval.notEstimable("no event is expected under the null", level);
  }

  private Estimate ifExpected(double value) {
    return expected > 0
        ? Estimate.of(value)
        : Estimate.notEstimable("no event is expected under the null");
  }
}
