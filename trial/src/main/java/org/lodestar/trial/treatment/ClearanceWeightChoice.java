package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ClearanceWeight;

/** The weight that enters the clearance, and which one it is. */
record ClearanceWeightChoice(BigDecimal weightKg, Words words) {
  private static final Words ACTUAL = new Words("actual weight", "实际体重");
  private static final Words ADJUSTED = new Words("adjusted weight", "校正体重");

  static ClearanceWeightChoice of(ClearanceWeight policy, Patient patient) {
    BodySize size = new BodySize(patient.heightCm().get(), patient.weightKg().get());
    boolean adjusts =
        switch (policy) {
          case ACTUAL -> false;
          case ADJUSTED_FROM_BMI_25 -> isFrom(size, "25");
          case ADJUSTED_FROM_BMI_30 -> isFrom(size, "30");
        };
    return adjusts
        ? new ClearanceWeightChoice(size.adjustedWeightKg(patient.sex().get()), ADJUSTED)
        : new ClearanceWeightChoice(size.weightKg(), ACTUAL);
  }

  private static boolean isFrom(BodySize size, String massIndex) {
    return size.massIndex().compareTo(new BigDecimal(massIndex)) >= 0;
  }
}
