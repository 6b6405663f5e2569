package org.lodestar.statistics;

/**
 * A confidence or credible interval; either limit may be not estimable.
 *
 * @param lower the lower limit
 * @param upper the upper limit
 * @param level the nominal coverage, inside (0, 1)
 */
public record Interval(Estimate lower, Estimate upper, double level) {

  /**
   * The interval between two numbers.
   *
   * @param lower the lower limit
   * @param upper the upper limit
   * @param level the nominal coverage
   */
  public static Interval of(double lower, double upper, double level) {
    return new Interval(Estimate.of(lower), Estimate.of(upper), level);
  }

  /**
   * The interval of which neither limit exists.
   *
   * @param reason why
   * @param level the nominal coverage
   */
  public static Interval notEstimable(String reason, double level) {
    Estimate none = Estimate.notEstimable(reason);
    return new Interval(none, none, level);
  }

  /**
   * Whether both limits exist and enclose a value.
   *
   * @param value the value
   */
  public boolean contains(double value) {
    return lower.isEstimable()
        && upper.isEstimable()
        && lower.value() <= value
        && value <= upper.value();
  }
}
