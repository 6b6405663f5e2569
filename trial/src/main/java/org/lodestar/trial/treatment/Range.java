package org.lodestar.trial.treatment;

import java.math.BigDecimal;

/** The values that a named quantity may have, both ends included. */
record Range(String name, BigDecimal min, BigDecimal max) {
  static Range of(String name, String min, String max) {
    return new Range(name, new BigDecimal(min), new BigDecimal(max));
  }

  boolean contains(BigDecimal value) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
  }

  /**
   * @throws OutOfRange when the value lies outside
   */
  void require(BigDecimal value) {
    if (!contains(value)) {
      throw new OutOfRange(this, value);
    }
  }
}
