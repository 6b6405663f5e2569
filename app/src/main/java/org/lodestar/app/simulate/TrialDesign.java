package org.lodestar.app.simulate;

import java.math.BigDecimal;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.trial.protocol.AnalysisMethod;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.Sidedness;

/**
 * The question that the protocol's primary analysis answers, with times in days as study days count
 * them: a progression on day 366 lies after 12 months of 30.4375 days.
 *
 * @param nullRate progression-free at the landmark under the null, inside (0, 1)
 * @param hopedRate under the alternative
 * @param alpha the one-sided size
 * @param exactDay the landmark's months in days, 365.25 for 12
 * @param landmarkDay the day on which the protocol reads the rate
 * @param primary the protocol's own method
 */
public record TrialDesign(
    double nullRate,
    double hopedRate,
    double alpha,
    double exactDay,
    int landmarkDay,
    AnalysisMethod primary) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @throws IllegalArgumentException with the first setting that the protocol leaves open
   */
  public static TrialDesign of(Protocol protocol) {
    BigDecimal months = BigDecimal.valueOf(read(protocol, DesignSettings.LANDMARK_MONTHS));
    double alpha = read(protocol, DesignSettings.ALPHA).doubleValue();
    boolean twoSided = read(protocol, DesignSettings.SIDEDNESS) == Sidedness.TWO_SIDED;
    return new TrialDesign(
        share(read(protocol, DesignSettings.NULL_RATE_PERCENT)),
        share(read(protocol, DesignSettings.ALTERNATIVE_RATE_PERCENT)),
        twoSided ? alpha / 2 : alpha,
        months.multiply(read(protocol, EndpointSettings.MONTH_DAYS)).doubleValue(),
        read(protocol, EndpointSettings.LANDMARK_DAY),
        read(protocol, EndpointSettings.PRIMARY_METHOD));
  }

  private static double share(BigDecimal percent) {
    return percent.divide(HUNDRED).doubleValue();
  }

  private static <T> T read(Protocol protocol, SettingKey<T> key) {
    return protocol
        .get(key)
        .find()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    key.path() + " is open; operating characteristics need its value"));
  }

  /** The null of the one-sample log-rank tests: a constant hazard through the stated rate. */
  Exponential nullModel() {
    return Exponential.through(exactDay, nullRate);
  }
}
