package org.lodestar.trial.efficacy;

import java.math.BigDecimal;

/**
 * What RECIST 1.1 leaves to the protocol.
 *
 * @param tooSmallMm value of a lesion that is seen but too small to measure
 * @param continuingPartialResponse a partial response lasts until progression (EORTC clarification)
 *     instead of being judged at each visit by itself
 * @param stableMinDays least days from the reference date for stable disease to count as best
 * @param confirmationMinDays least days from a response to its confirmation, inclusive
 * @param notEvaluableBetweenMax assessments not evaluable allowed between the two
 * @param stableBetweenAllowed whether stable disease may lie between the two
 * @param irradiatedProgressionConfirmed whether growth of target lesions irradiated on study is
 *     progression only when the next assessment that can be judged shows it too
 */
public record ResponseSettings(
    BigDecimal tooSmallMm,
    boolean continuingPartialResponse,
    int stableMinDays,
    int confirmationMinDays,
    int notEvaluableBetweenMax,
    boolean stableBetweenAllowed,
    boolean irradiatedProgressionConfirmed) {

  /** Settings under which irradiated lesions count as any other. */
  public ResponseSettings(
      BigDecimal tooSmallMm,
      boolean continuingPartialResponse,
      int stableMinDays,
      int confirmationMinDays,
      int notEvaluableBetweenMax,
      boolean stableBetweenAllowed) {
    this(
        tooSmallMm,
        continuingPartialResponse,
        stableMinDays,
        confirmationMinDays,
        notEvaluableBetweenMax,
        stableBetweenAllowed,
        false);
  }
}
