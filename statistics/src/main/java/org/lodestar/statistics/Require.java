package org.lodestar.statistics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of this library: every one is an {@link IllegalArgumentException} that names the
 * argument, the value that was given and the legal range.
 */
public final class Require {
  private Require() {}

  /**
   * A number strictly between 0 and 1, such as a level or a probability of error.
   *
   * @param name the argument's name
   * @param value the argument
   * @return the value
   */
  public static double insideUnit(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw refusal(name, value, "(0, 1)");
    }
    return value;
  }

  /**
   * A probability, 0 and 1 included.
   *
   * @param name the argument's name
   * @param value the argument
   * @return the value
   */
  public static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw refusal(name, value, "[0, 1]");
    }
    return value;
  }

  /**
   * A finite number above 0.
   *
   * @param name the argument's name
   * @param value the argument
   * @return the value
   */
  public static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refusal(name, value, "(0, infinity)");
    }
    return value;
  }

  /**
   * A finite number of at least 0.
   *
   * @param name the argument's name
   * @param value the argument
   * @return the value
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refusal(name, value, "[0, infinity)");
    }
    return value;
  }

  /**
   * A number that is neither NaN nor infinite.
   *
   * @param name the argument's name
   * @param value the argument
   * @return the value
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw refusal(name, value, "a finite number");
    }
    return value;
  }

  /**
   * A whole number within bounds.
   *
   * @param name the argument's name
   * @param value the argument
   * @param least the least legal value
   * @param most the greatest legal value
   * @return the value
   */
  public static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw refusal(name, value, "[" + least + ", " + most + "]");
    }
    return value;
  }

  /**
   * A whole number of at least a bound.
   *
   * @param name the argument's name
   * @param value the argument
   * @param least the least legal value
   * @return the value
   */
  public static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw refusal(name, value, least + " or more");
    }
    return value;
  }

  /**
   * A number of at most a bound.
   *
   * @param name the argument's name
   * @param value the argument
   * @param most the greatest legal value
   * @return the value
   */
  public static double atMost(String name, double value, double most) {
    if (!(value <= most)) {
      throw refusal(name, value, "at most " + most);
    }
    return value;
  }

  /**
   * Two columns of one length.
   *
   * @param first the name of the first column
   * @param firstLength its length
   * @param second the name of the second column
   * @param secondLength its length
   */
  public static void sameLength(String first, int firstLength, String second, int secondLength) {
    if (firstLength != secondLength) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d values and %s has %d; legal: equal lengths",
              first,
              firstLength,
              second,
              secondLength));
    }
  }

  /**
   * The refusal itself.
   *
   * @param name the argument's name
   * @param value the value given
   * @param legal the legal range, in words or as an interval
   */
  public static IllegalArgumentException refusal(
      String name, @Nullable Object value, String legal) {
    return new IllegalArgumentException(name + " is " + value + "; legal: " + legal);
  }
}
