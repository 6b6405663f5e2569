package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.survival.SurvivalModel;

/**
 * A two-arm trial as nature runs it.
 *
 * @param controls how many are allocated to the control, at least 1
 * @param treated how many to the treatment, at least 1
 * @param accrual when all enter
 * @param controlTruth the control's survival
 * @param treatedTruth the treatment's survival
 * @param lossHazard the constant hazard of loss in both arms, at least 0
 * @param cut when the data are cut
 */
public record TwoArmTrial(
    int controls,
    int treated,
    Accrual accrual,
    SurvivalModel controlTruth,
    SurvivalModel treatedTruth,
    double lossHazard,
    Cut cut) {
  /** Refuses values outside their ranges. */
  public TwoArmTrial {
    Require.within("controls", controls, 1, 100_000);
    Require.within("treated", treated, 1, 100_000);
    Require.notNegative("lossHazard", lossHazard);
  }
}
