package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/**
 * What a single-arm survival design is calculated from: survival at one time under the null and the
 * alternative, how long participants enter and are followed, how many are lost, and the errors
 * allowed. Survival is exponential (shape 1) or Weibull with one shape, so hazards are
 * proportional.
 *
 * @param time the time at which survival is stated, such as 12 months
 * @param nullSurvival S0(time), inside (0, 1)
 * @param alternativeSurvival S1(time), inside (0, 1), different from the null
 * @param accrual how long participants enter, uniformly; 0 if each is followed for exactly followUp
 * @param followUp how long the last to enter is followed, above 0
 * @param lossHazard the constant hazard of loss to follow-up, at least 0
 * @param shape the Weibull shape, above 0; 1 is exponential
 * @param errors the errors allowed
 */
public record OneArmSurvival(
    double time,
    double nullSurvival,
    double alternativeSurvival,
    double accrual,
    double followUp,
    double lossHazard,
    double shape,
    Errors errors) {

  /**
   * The errors that a design allows.
   *
   * @param alpha the type I error, inside (0, 1)
   * @param sides 1 or 2
   * @param power above the one-sided alpha and below 1
   */
  public record Errors(double alpha, int sides, double power) {
    /** Refuses values outside their ranges. */
    public Errors {
      Require.insideUnit("alpha", alpha);
      Require.within("sides", sides, 1, 2);
      if (!(power > alpha / sides && power < 1)) {
        throw Require.refusal("power", power, "(" + alpha / sides + ", 1), above the size");
      }
    }

    /** The probability of rejecting in the good direction under the null. */
    public double oneSidedAlpha() {
      return alpha / sides;
    }

    /** The normal quantile of the size. */
    public double zAlpha() {
      return Normal.upperQuantile(oneSidedAlpha());
    }

    /** The normal quantile of the power. */
    public double zPower() {
      return Normal.quantile(power);
    }
  }

  /** Refuses values outside their ranges, and a design without an effect: its n is infinite. */
  public OneArmSurvival {
    Require.positive("time", time);
    Require.insideUnit("nullSurvival", nullSurvival);
    Require.insideUnit("alternativeSurvival", alternativeSurvival);
    if (nullSurvival == alternativeSurvival) {
      throw Require.refusal(
          "alternativeSurvival",
          alternativeSurvival,
          "different from nullSurvival, without an effect no n is enough");
    }
    Require.notNegative("accrual", accrual);
    Require.positive("followUp", followUp);
    Require.notNegative("lossHazard", lossHazard);
    Require.positive("shape", shape);
  }

  /**
   * An exponential design without losses.
   *
   * @param time the time at which survival is stated
   * @param nullSurvival S0(time)
   * @param alternativeSurvival S1(time)
   * @param accrual the accrual time
   * @param followUp the follow-up of the last to enter
   * @param errors the errors allowed
   */
  public static OneArmSurvival exponential(
      double time,
      double nullSurvival,
      double alternativeSurvival,
      double accrual,
      double followUp,
      Errors errors) {
    return new OneArmSurvival(
        time, nullSurvival, alternativeSurvival, accrual, followUp, 0, 1, errors);
  }

  /**
   * The same design with other accrual and follow-up.
   *
   * @param newAccrual the accrual time
   * @param newFollowUp the follow-up of the last to enter
   */
  public OneArmSurvival over(double newAccrual, double newFollowUp) {
    return new OneArmSurvival(
        time,
        nullSurvival,
        alternativeSurvival,
        newAccrual,
        newFollowUp,
        lossHazard,
        shape,
        errors);
  }

  /**
   * The same design with losses.
   *
   * @param hazard the constant hazard of loss
   */
  public OneArmSurvival withLoss(double hazard) {
    return new OneArmSurvival(
        time, nullSurvival, alternativeSurvival, accrual, followUp, hazard, shape, errors);
  }

  /** The null curve. */
  public SurvivalModel nullModel() {
    return model(nullSurvival);
  }

  /** The alternative curve. */
  public SurvivalModel alternativeModel() {
    return model(alternativeSurvival);
  }

  private SurvivalModel model(double survival) {
    return shape == 1
        ? Exponential.through(time, survival)
        : Weibull.through(shape, time, survival);
  }

  /** log S1 / log S0, the hazard ratio of alternative to null. */
  public double hazardRatio() {
    return Math.log(alternativeSurvival) / Math.log(nullSurvival);
  }

  /** (z of the size + z of the power)^2 / (log hazard ratio)^2: the events that log HR needs. */
  public double eventsForLogHazardRatio() {
    double z = errors.zAlpha() + errors.zPower();
    double log = Math.log(hazardRatio());
    return z * z / (log * log);
  }

  /** What one participant is expected to contribute. */
  public Contribution contribution() {
    return Contribution.of(this);
  }
}
