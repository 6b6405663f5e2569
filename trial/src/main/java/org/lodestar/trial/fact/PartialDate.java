package org.lodestar.trial.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date without zone of which month or day may be unknown: {@code 2026}, {@code 2026-11},
 * {@code 2026-11-22}. Comparisons of dates that overlap are unknown, never guessed.
 */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {
  /** The answer to "before?" and "after?" for dates of which parts may be unknown. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  public PartialDate {
    if (year < 1900 || year > 2200) {
      throw new IllegalArgumentException("a year lies between 1900 and 2200; got: " + year);
    }
    if (month == null && day != null) {
      throw new IllegalArgumentException("a day needs its month");
    }
    checkRange(year, month, day);
  }

  private static void checkRange(int year, @Nullable Integer month, @Nullable Integer day) {
    try {
      LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "no such date: " + year + "-" + month + (day == null ? "" : "-" + day), e);
    }
  }

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /**
   * @throws IllegalArgumentException when the text is not yyyy, yyyy-mm or yyyy-mm-dd, or no such
   *     date exists
   */
  public static PartialDate parse(String text) {
    int length = text.length();
    boolean wellFormed =
        (length == 4 || length == 7 || length == 10)
            && areDigits(text, 0, 4)
            && (length < 7 || (text.charAt(4) == '-' && areDigits(text, 5, 7)))
            && (length < 10 || (text.charAt(7) == '-' && areDigits(text, 8, 10)));
    if (!wellFormed) {
      throw new IllegalArgumentException(
          "a date is written yyyy-mm-dd, yyyy-mm or yyyy; got: " + text);
    }
    return new PartialDate(
        Integer.parseInt(text, 0, 4, 10),
        length < 7 ? null : Integer.valueOf(Integer.parseInt(text, 5, 7, 10)),
        length < 10 ? null : Integer.valueOf(Integer.parseInt(text, 8, 10, 10)));
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The whole date, when no part is unknown. */
  public Optional<LocalDate> complete() {
    return month == null || day == null
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day));
  }

  /** The first day that it can be. */
  public LocalDate earliest() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  /** The last day that it can be. */
  public LocalDate latest() {
    if (month == null) {
      return LocalDate.of(year, 12, 31);
    }
    return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  public Answer isBefore(PartialDate other) {
    if (latest().isBefore(other.earliest())) {
      return Answer.YES;
    }
    return earliest().isBefore(other.latest()) ? Answer.UNKNOWN : Answer.NO;
  }

  public Answer isAfter(PartialDate other) {
    return other.isBefore(this);
  }

  @Override
  public String toString() {
    if (month == null) {
      return String.format(Locale.ROOT, "%04d", year);
    }
    return day == null
        ? String.format(Locale.ROOT, "%04d-%02d", year, month)
        : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }
}
