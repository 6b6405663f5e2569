package org.lodestar.statistics;

import java.util.OptionalDouble;

/**
 * An estimated number, or the plain statement that the data cannot give one.
 *
 * <p>A median that the curve never reaches, a standard error where survival is 0, a limit that a
 * transform cannot make: each is {@link NotEstimable} with its reason, printed {@code NE}, and
 * never a NaN.
 */
public sealed interface Estimate {

  /**
   * A finite or infinite number.
   *
   * @param value the number
   */
  record Value(double value) implements Estimate {
    /** Refuses NaN. */
    public Value {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("value is NaN; say NotEstimable with a reason instead");
      }
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /**
   * No number, and why.
   *
   * @param reason why there is none, as a phrase
   */
  record NotEstimable(String reason) implements Estimate {
    @Override
    public String toString() {
      return "NE";
    }
  }

  /**
   * The estimate with this value.
   *
   * @param value any number but NaN
   */
  static Estimate of(double value) {
    return new Value(value);
  }

  /**
   * The absence of an estimate.
   *
   * @param reason why, as a phrase
   */
  static Estimate notEstimable(String reason) {
    return new NotEstimable(reason);
  }

  /** Whether there is a number. */
  default boolean isEstimable() {
    return this instanceof Value;
  }

  /**
   * The number.
   *
   * @throws IllegalStateException if it is not estimable, with the reason
   */
  default double value() {
    if (this instanceof Value v) {
      return v.value();
    }
    throw new IllegalStateException("not estimable: " + ((NotEstimable) this).reason());
  }

  /** The number if there is one. */
  default OptionalDouble optional() {
    return this instanceof Value v ? OptionalDouble.of(v.value()) : OptionalDouble.empty();
  }
}
