package org.lodestar.trial.report;

import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;

/** The coverage of intervals that the protocol asks for. */
final class Confidence {
  private static final double DEFAULT_LEVEL = 0.95;

  private Confidence() {}

  /** Inside (0, 1). */
  static double level(Protocol protocol) {
    return protocol
        .get(EndpointSettings.CONFIDENCE_PERCENT)
        .find()
        .map(percent -> percent.movePointLeft(2).doubleValue())
        .orElse(DEFAULT_LEVEL);
  }

  /** As a column heads it. */
  static Words head(Protocol protocol) {
    String percent = Shown.one(100 * level(protocol)).replace(".0", "");
    return new Words(percent + " % interval", percent + "% 区间");
  }
}
