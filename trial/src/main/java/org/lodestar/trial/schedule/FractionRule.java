package org.lodestar.trial.schedule;

/**
 * How a prescribed course is laid on the days of a machine.
 *
 * @param fractions in the whole course
 * @param perWeek in an ordinary week of five working days; a week with a make-up day has room for
 *     proportionally more, so that five a week means every working day
 * @param perDayMax most fractions on one day
 * @param intervalMinHours least time from one fraction to the next
 */
public record FractionRule(int fractions, int perWeek, int perDayMax, int intervalMinHours) {
  private static final int WORKING_DAYS_OF_ORDINARY_WEEK = 5;

  public FractionRule {
    require("fractions", fractions, 1, 200);
    require("perWeek", perWeek, 1, 21);
    require("perDayMax", perDayMax, 1, 3);
    require("intervalMinHours", intervalMinHours, 1, 168);
    if (perDayMax > 1 && perDayMax * intervalMinHours > 24) {
      throw new IllegalArgumentException(
          perDayMax
              + " fractions a day need at most "
              + 24 / perDayMax
              + " h between them; got: "
              + intervalMinHours);
    }
  }

  /** One fraction on each working day. */
  public static FractionRule daily(int fractions) {
    return new FractionRule(fractions, 5, 1, 6);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " lies between " + min + " and " + max + "; got: " + value);
    }
  }

  /** Most fractions in a week that has this many working days. */
  int weekMax(int workingDays) {
    return Math.max(perWeek, perWeek * workingDays / WORKING_DAYS_OF_ORDINARY_WEEK);
  }

  /** Least difference of the dates of two fractions that are not on the same day. */
  int datesApartMin() {
    return Math.max(1, (intervalMinHours + 23) / 24);
  }
}
