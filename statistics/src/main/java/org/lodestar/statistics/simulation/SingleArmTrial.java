package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.survival.SurvivalModel;

/**
 * A single-arm trial as nature runs it.
 *
 * @param participants how many enter, 1 to 100000
 * @param accrual when they enter
 * @param truth their survival
 * @param lossHazard the constant hazard of loss to follow-up, at least 0
 * @param cut when the data are cut
 * @param scans when events are seen
 */
public record SingleArmTrial(
    int participants,
    Accrual accrual,
    SurvivalModel truth,
    double lossHazard,
    Cut cut,
    Scans scans) {

  /** Refuses values outside their ranges. */
  public SingleArmTrial {
    Require.within("participants", participants, 1, 100_000);
    Require.notNegative("lossHazard", lossHazard);
  }

  /**
   * A trial with uniform accrual, no losses and no schedule of scans, cut when the last to enter
   * has been followed long enough.
   *
   * @param participants how many enter
   * @param accrual how long they enter
   * @param followUp how long the last is followed
   * @param truth their survival
   */
  public static SingleArmTrial uniform(
      int participants, double accrual, double followUp, SurvivalModel truth) {
    return new SingleArmTrial(
        participants,
        new Accrual.Uniform(accrual),
        truth,
        0,
        new Cut.At(accrual + followUp),
        Scans.NONE);
  }

  /**
   * The same trial with losses.
   *
   * @param hazard the constant hazard of loss
   */
  public SingleArmTrial withLoss(double hazard) {
    return new SingleArmTrial(participants, accrual, truth, hazard, cut, scans);
  }

  /**
   * The same trial with scans.
   *
   * @param schedule the scans
   */
  public SingleArmTrial withScans(Scans schedule) {
    return new SingleArmTrial(participants, accrual, truth, lossHazard, cut, schedule);
  }

  /**
   * The same trial under another truth.
   *
   * @param model the survival
   */
  public SingleArmTrial under(SurvivalModel model) {
    return new SingleArmTrial(participants, accrual, model, lossHazard, cut, scans);
  }

  Sampler sampler(Sampling sampling) {
    return Sampler.of(sampling, truth, accrual, lossHazard, scans);
  }
}
