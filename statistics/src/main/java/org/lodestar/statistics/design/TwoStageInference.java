package org.lodestar.statistics.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;
import org.lodestar.statistics.numeric.Roots;

/**
 * Estimate, p value and interval after a two-stage design, which the naive binomial ones ignore:
 * the uniformly minimum-variance unbiased estimate (Jung and Kim 2004, Stat Med 23:881), and, with
 * the outcomes ordered by it, the p value (Jung et al. 2006, Stat Med 25:1) and the interval.
 *
 * @param estimate the unbiased estimate
 * @param pValue the probability under p0 of an outcome at least as high
 * @param interval the exact limits: an outcome at least as high has probability alpha at the lower,
 *     one at most as high has probability alpha at the upper
 * @param clinfunInterval as R's {@code clinfun} 1.1.5 prints it: its upper limit is where an
 *     outcome at least as high has probability 1 - alpha, which leaves out the outcome seen and
 *     covers less; both limits lie on a grid of 0.0001, inside the exact ones
 */
public record TwoStageInference(
    double estimate, double pValue, Interval interval, Interval clinfunInterval) {
  private static final double CLINFUN_GRID = 1e4;

  /**
   * The inference.
   *
   * @param r1 the stopping bound of stage one
   * @param n1 the participants of stage one
   * @param n the participants in all
   * @param responses the responses seen; at most r1 if the trial stopped after stage one
   * @param p0 the rate under the null
   * @param alpha the tail probability of each limit, inside (0, 0.5)
   */
  public static TwoStageInference of(
      int r1, int n1, int n, int responses, double p0, double alpha) {
    TwoStage design = new TwoStage(r1, n1, Math.max(r1, 0), n);
    Require.within("responses", responses, 0, n);
    Require.insideUnit("p0", p0);
    if (!(alpha > 0 && alpha < 0.5)) {
      throw Require.refusal("alpha", alpha, "(0, 0.5)");
    }
    List<Outcome> ordered = new ArrayList<>();
    for (int x = 0; x <= r1; x++) {
      ordered.add(new Outcome(true, x, (double) x / n1));
    }
    for (int x = r1 + 1; x <= n; x++) {
      ordered.add(new Outcome(false, x, unbiased(design, x)));
    }
    ordered.sort(Comparator.comparingDouble(Outcome::estimate));
    int at = 0;
    while (ordered.get(at).stoppedEarly() != responses <= r1
        || ordered.get(at).responses() != responses) {
      at++;
    }
    double estimate = ordered.get(at).estimate();
    List<Outcome> higher = ordered.subList(at, ordered.size());
    List<Outcome> lower = ordered.subList(0, at + 1);
    double lowerLimit = limit(p -> probability(design, higher, p) - alpha, 0);
    double upperLimit = limit(p -> probability(design, lower, p) - alpha, 1);
    double clinfunUpper = limit(p -> probability(design, higher, p) - (1 - alpha), 1);
    return new TwoStageInference(
        estimate,
        probability(design, higher, p0),
        Interval.of(lowerLimit, upperLimit, 1 - 2 * alpha),
        Interval.of(
            Math.ceil(lowerLimit * CLINFUN_GRID) / CLINFUN_GRID,
            Math.floor(clinfunUpper * CLINFUN_GRID) / CLINFUN_GRID,
            1 - 2 * alpha));
  }

  private record Outcome(boolean stoppedEarly, int responses, double estimate) {}

  private static double limit(DoubleUnaryOperator excess, double otherwise) {
    boolean crosses = excess.applyAsDouble(0) > 0 != excess.applyAsDouble(1) > 0;
    return crosses ? Roots.between(excess, 0, 1) : otherwise;
  }

  private static double probability(TwoStage design, List<Outcome> outcomes, double p) {
    double sum = 0;
    for (Outcome o : outcomes) {
      sum +=
          o.stoppedEarly()
              ? Binomial.probability(o.responses(), design.n1(), p)
              : bothStages(design, o.responses(), p);
    }
    return sum;
  }

  private static double bothStages(TwoStage design, int responses, double p) {
    int n2 = design.n() - design.n1();
    double sum = 0;
    for (int x = Math.max(design.r1() + 1, responses - n2);
        x <= Math.min(design.n1(), responses);
        x++) {
      sum += Binomial.probability(x, design.n1(), p) * Binomial.probability(responses - x, n2, p);
    }
    return sum;
  }

  /**
   * The share of paths to this outcome whose first participant responded: at p = 1/2 all paths are
   * equally likely, so binomial probabilities stand for the counts of paths.
   */
  private static double unbiased(TwoStage design, int responses) {
    int n1 = design.n1();
    int n2 = design.n() - n1;
    double all = 0;
    double responded = 0;
    for (int x = Math.max(design.r1() + 1, responses - n2); x <= Math.min(n1, responses); x++) {
      double paths =
          Binomial.probability(x, n1, 0.5) * Binomial.probability(responses - x, n2, 0.5);
      all += paths;
      responded += paths * x / n1;
    }
    return responded / all;
  }
}
