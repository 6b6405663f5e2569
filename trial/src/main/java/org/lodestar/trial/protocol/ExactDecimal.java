package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal inside expressions: equal by value, so that 1.5 is 1.50. */
record ExactDecimal(BigDecimal number) implements Comparable<ExactDecimal> {

  static ExactDecimal parse(String text) {
    return new ExactDecimal(new BigDecimal(text));
  }

  static ExactDecimal of(long number) {
    return new ExactDecimal(BigDecimal.valueOf(number));
  }

  ExactDecimal plus(ExactDecimal other) {
    return new ExactDecimal(number.add(other.number));
  }

  ExactDecimal minus(ExactDecimal other) {
    return new ExactDecimal(number.subtract(other.number));
  }

  ExactDecimal times(ExactDecimal other) {
    return new ExactDecimal(number.multiply(other.number));
  }

  @Override
  public int compareTo(ExactDecimal other) {
    return number.compareTo(other.number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExactDecimal decimal && compareTo(decimal) == 0;
  }

  @Override
  public int hashCode() {
    return number.stripTrailingZeros().hashCode();
  }
}
