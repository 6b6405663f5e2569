package org.lodestar.statistics.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.BinomialPaths;

/**
 * A phase II trial monitored by predictive probability (Lee and Liu 2008): stop for futility when
 * it falls below thetaL, for efficacy when it rises above thetaU; at the end, success decides.
 */
public final class PredictiveDesign {
  private final PredictiveProbability probability;
  private final List<Look> looks;

  private PredictiveDesign(PredictiveProbability probability, List<Look> looks) {
    this.probability = probability;
    this.looks = List.copyOf(looks);
  }

  /**
   * The bounds at one look.
   *
   * @param n the participants at it
   * @param futileAtMost stop for futility at this many responses or fewer; -1 never
   * @param efficaciousFrom stop for efficacy at this many or more; empty if never
   */
  public record Look(int n, int futileAtMost, OptionalInt efficaciousFrom) {}

  /**
   * What the design does at a true rate.
   *
   * @param reject the probability of success
   * @param earlyFutility the probability of stopping for futility before all are in
   * @param earlyEfficacy the probability of stopping for efficacy before all are in
   * @param expectedSize the expected number of participants
   */
  public record Characteristics(
      double reject, double earlyFutility, double earlyEfficacy, double expectedSize) {}

  /**
   * The design with its bounds.
   *
   * @param probability the success rule and the final size
   * @param thetaL futility below this predictive probability, in [0, 1]
   * @param thetaU efficacy above it, in [thetaL, 1]; 1 never stops for efficacy
   * @param first the participants at the first look, 1 to most
   * @param cohort the participants between looks, at least 1; the last look is at most
   */
  public static PredictiveDesign of(
      PredictiveProbability probability, double thetaL, double thetaU, int first, int cohort) {
    Require.probability("thetaL", thetaL);
    Require.probability("thetaU", thetaU);
    Require.within("first", first, 1, probability.most());
    Require.atLeast("cohort", cohort, 1);
    List<Look> looks = new ArrayList<>();
    for (int n = first; n < probability.most(); n += cohort) {
      looks.add(look(probability, n, thetaL, thetaU));
    }
    looks.add(finalLook(probability));
    return new PredictiveDesign(probability, looks);
  }

  private static Look look(PredictiveProbability probability, int n, double low, double high) {
    int futile = -1;
    OptionalInt efficacious = OptionalInt.empty();
    for (int x = 0; x <= n; x++) {
      double pp = probability.of(x, n);
      if (pp < low) {
        futile = x;
      }
      if (pp > high && efficacious.isEmpty()) {
        efficacious = OptionalInt.of(x);
      }
    }
    return new Look(n, futile, efficacious);
  }

  private static Look finalLook(PredictiveProbability probability) {
    int futile = -1;
    while (futile < probability.most() && !probability.succeeds(futile + 1)) {
      futile++;
    }
    OptionalInt success =
        futile == probability.most() ? OptionalInt.empty() : OptionalInt.of(futile + 1);
    return new Look(probability.most(), futile, success);
  }

  /** The looks in order; the last is the final analysis. */
  public List<Look> looks() {
    return looks;
  }

  /** The success rule. */
  public PredictiveProbability probability() {
    return probability;
  }

  /**
   * The exact operating characteristics at a true rate.
   *
   * @param p the rate, inside (0, 1)
   */
  public Characteristics at(double p) {
    Require.insideUnit("p", p);
    BinomialPaths paths = new BinomialPaths(probability.most());
    double reject = 0;
    double futile = 0;
    double efficacious = 0;
    double expected = 0;
    for (Look look : looks) {
      paths.advanceTo(look.n(), p);
      boolean last = look.n() == probability.most();
      double up = paths.takeFrom(look.efficaciousFrom().orElse(probability.most() + 1));
      double down = paths.takeAtMost(look.futileAtMost());
      reject += up;
      futile += last ? 0 : down;
      efficacious += last ? 0 : up;
      expected += (up + down) * look.n();
    }
    return new Characteristics(reject, futile, efficacious, expected);
  }
}
