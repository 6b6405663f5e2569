package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.proportion.ClopperPearson;

/** Figures as they are printed: one decimal, halves up, the point in both languages. */
public final class Shown {
  /** Stands where there is no figure because its denominator is 0. */
  public static final String NOTHING = "–";

  private static final String NOT_ESTIMABLE = "NE";

  private Shown() {}

  /** A share in percent. */
  public static String percent(long part, long whole) {
    return whole == 0 ? NOTHING : one(100.0 * part / whole);
  }

  /** A proportion in percent. */
  public static String percent(Estimate proportion) {
    return proportion.isEstimable() ? one(100 * proportion.value()) : NOT_ESTIMABLE;
  }

  /** How many, and their share of all in percent. */
  static String count(long part, long whole) {
    return whole == 0 ? Long.toString(part) : part + " (" + percent(part, whole) + ")";
  }

  /** The exact interval of Clopper and Pearson (1934, Biometrika 26:404), in percent. */
  public static String exact(int part, int whole, double level) {
    return whole == 0 ? NOTHING : percent(ClopperPearson.interval(part, whole, level));
  }

  /** An interval of a proportion in percent. */
  public static String percent(Interval interval) {
    boolean none = !interval.lower().isEstimable() && !interval.upper().isEstimable();
    return none ? NOT_ESTIMABLE : percent(interval.lower()) + " – " + percent(interval.upper());
  }

  /** A time in days, in months of a given length. */
  public static String months(Estimate days, BigDecimal monthDays) {
    return days.isEstimable() ? one(days.value() / monthDays.doubleValue()) : NOT_ESTIMABLE;
  }

  /** An interval of a time in days, in months of a given length. */
  public static String months(Interval days, BigDecimal monthDays) {
    return months(days.lower(), monthDays) + " – " + months(days.upper(), monthDays);
  }

  public static String one(double number) {
    return one(BigDecimal.valueOf(number));
  }

  static String one(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** Median and range of a sample; empty without one. */
  static Optional<String> spread(Collection<BigDecimal> sample, int decimals) {
    List<BigDecimal> sorted = sample.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int half = sorted.size() / 2;
    BigDecimal median =
        sorted.size() % 2 == 1
            ? sorted.get(half)
            : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.TWO);
    return Optional.of(
        rounded(median, decimals)
            + " ("
            + rounded(sorted.getFirst(), decimals)
            + " – "
            + rounded(sorted.getLast(), decimals)
            + ")");
  }

  private static String rounded(BigDecimal number, int decimals) {
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    boolean whole = decimals == 1 && rounded.stripTrailingZeros().scale() <= 0;
    return (whole ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded).toPlainString();
  }
}
