package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;

/**
 * A two-arm trial with exponential survival, uniform accrual and exponential loss.
 *
 * @param controlHazard the control's hazard, above 0
 * @param treatmentHazard the treatment's hazard, above 0, different
 * @param accrual how long participants enter, above 0
 * @param followUp how long the last to enter is followed, at least 0
 * @param lossHazard the hazard of loss in both arms, at least 0
 * @param ratio treated participants per control, above 0
 * @param errors the errors allowed
 */
public record TwoArmSurvival(
    double controlHazard,
    double treatmentHazard,
    double accrual,
    double followUp,
    double lossHazard,
    double ratio,
    OneArmSurvival.Errors errors) {

  /** Refuses values outside their ranges. */
  public TwoArmSurvival {
    Require.positive("controlHazard", controlHazard);
    Require.positive("treatmentHazard", treatmentHazard);
    if (controlHazard == treatmentHazard) {
      throw Require.refusal("treatmentHazard", treatmentHazard, "different from controlHazard");
    }
    Require.positive("accrual", accrual);
    Require.notNegative("followUp", followUp);
    Require.notNegative("lossHazard", lossHazard);
    Require.positive("ratio", ratio);
  }

  /** Events by Schoenfeld 1981: (za + zb)^2 (1 + r)^2 / (r (log HR)^2). */
  public double schoenfeldEvents() {
    double log = Math.log(treatmentHazard / controlHazard);
    double z = errors.zAlpha() + errors.zPower();
    return z * z * (1 + ratio) * (1 + ratio) / (ratio * log * log);
  }

  /** Events by Freedman 1982: (za + zb)^2 (1 + r HR)^2 / (r (1 - HR)^2). */
  public double freedmanEvents() {
    double hr = treatmentHazard / controlHazard;
    double z = errors.zAlpha() + errors.zPower();
    double odds = (1 + ratio * hr) / (1 - hr);
    return z * z * odds * odds / ratio;
  }

  /**
   * Participants for a number of events, over the mean P(event) of both arms.
   *
   * @param events the number of events
   */
  public double participants(double events) {
    return events / meanEventProbability();
  }

  /**
   * Participants by Lachin and Foulkes 1986, Biometrics 42:507, on the logarithm of the hazard
   * ratio: with P(l) the probability of an event at hazard l, shares c and e of the arms and l = c
   * lc + e le, {@code n = (za sqrt((1/c + 1/e) / P(l)) + zb sqrt(1/(c P(lc)) + 1/(e P(le))))^2 /
   * log(le / lc)^2}. This is what gsDesign's {@code nSurvival} computes for type "rr".
   */
  public double lachinFoulkes() {
    double c = 1 / (1 + ratio);
    double e = ratio / (1 + ratio);
    double pooled = (1 / c + 1 / e) / eventProbability(c * controlHazard + e * treatmentHazard);
    double apart =
        1 / (c * eventProbability(controlHazard)) + 1 / (e * eventProbability(treatmentHazard));
    double root =
        (errors.zAlpha() * Math.sqrt(pooled) + errors.zPower() * Math.sqrt(apart))
            / Math.log(treatmentHazard / controlHazard);
    return root * root;
  }

  /** The mean over both arms of the probability of an event during the trial. */
  public double meanEventProbability() {
    return (eventProbability(controlHazard) + ratio * eventProbability(treatmentHazard))
        / (1 + ratio);
  }

  private double eventProbability(double hazard) {
    double all = hazard + lossHazard;
    double stillThere =
        (Math.exp(-all * followUp) - Math.exp(-all * (accrual + followUp))) / (all * accrual);
    return hazard / all * (1 - stillThere);
  }
}
