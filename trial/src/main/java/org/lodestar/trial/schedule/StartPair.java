package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * A day for chemotherapy and a day for the first fraction that go together, with what the choice
 * means before it is made.
 *
 * @param shiftDays from the planned day 1 to this one; negative when earlier
 * @param apartDays from the day that the protocol names for the first fraction to that fraction
 * @param insideWindow whether both days lie within their windows
 * @param fractions the course from this start
 */
public record StartPair(
    LocalDate chemotherapyDay,
    LocalDate radiotherapyDay,
    int shiftDays,
    int apartDays,
    boolean insideWindow,
    FractionPlan fractions) {

  /**
   * What the protocol says about the start of radiotherapy with a cycle.
   *
   * @param startDay day of the cycle on which the first fraction is due; 1 is day 1
   * @param cycleWindowDays by which day 1 may move to either side
   * @param startWindowWorkingDays by which the first fraction may follow later
   */
  public record Rule(int startDay, int cycleWindowDays, int startWindowWorkingDays) {
    public Rule {
      if (startDay < 1 || cycleWindowDays < 0 || startWindowWorkingDays < 0) {
        throw new IllegalArgumentException(
            "a start day counts from 1 and windows from 0; got: "
                + startDay
                + ", "
                + cycleWindowDays
                + ", "
                + startWindowWorkingDays);
      }
    }
  }

  private static final Comparator<StartPair> BEST_FIRST =
      Comparator.comparing((StartPair pair) -> !pair.insideWindow())
          .thenComparingInt(StartPair::apartDays)
          .thenComparingInt(pair -> Math.abs(pair.shiftDays()))
          .thenComparing(StartPair::chemotherapyDay);

  /**
   * Pairs of days, the best first: inside the windows, together, near the planned day. Beside those
   * in the window there is always the next pair after it.
   *
   * @param planned day 1 of the cycle as planned
   * @param notBefore no pair before this day
   */
  public static List<StartPair> propose(
      LocalDate planned,
      LocalDate notBefore,
      Rule rule,
      FractionRule course,
      WorkingDays clinic,
      WorkingDays machine) {
    List<StartPair> pairs = new ArrayList<>();
    LocalDate latest = planned.plusDays(rule.cycleWindowDays());
    LocalDate day = later(planned.minusDays(rule.cycleWindowDays()), notBefore);
    for (; !day.isAfter(latest); day = day.plusDays(1)) {
      if (clinic.isWorking(day)) {
        pairs.add(pair(planned, day, rule, course, machine));
      }
    }
    LocalDate after = clinic.onOrAfter(later(day, notBefore));
    pairs.add(pair(planned, after, rule, course, machine));
    pairs.sort(BEST_FIRST);
    return List.copyOf(pairs);
  }

  /**
   * The pairs by what the trial says about windows, fractions and calendars.
   *
   * @return missing while the protocol leaves open what is needed
   */
  public static Derived<List<StartPair>> propose(
      LocalDate planned, LocalDate notBefore, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> day = settings.find(RadiotherapySettings.START_DAY);
    Optional<Integer> cycleWindow = settings.find(TreatmentSettings.CYCLE_WINDOW_DAYS);
    Optional<Integer> startWindow = settings.find(RadiotherapySettings.START_WINDOW_DAYS);
    Optional<FractionRule> course = CourseDays.rule(settings);
    if (settings.missing().isPresent() || course.isEmpty()) {
      return settings.on(
          Derived.missing(ScheduleRule.START_PAIRS, settings.missing().orElseThrow()));
    }
    List<StartPair> pairs =
        propose(
            planned,
            notBefore,
            new Rule(day.orElseThrow(), cycleWindow.orElseThrow(), startWindow.orElseThrow()),
            course.get(),
            Schedule.clinic(protocol),
            Schedule.machine(protocol));
    return settings.on(
        Derived.of(ScheduleRule.START_PAIRS, pairs)
            .with("planned", planned)
            .with("count", pairs.size()));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static StartPair pair(
      LocalDate planned, LocalDate day, Rule rule, FractionRule course, WorkingDays machine) {
    LocalDate due = day.plusDays(rule.startDay() - 1L);
    LocalDate latest = latestStart(due, rule.startWindowWorkingDays(), machine);
    FractionPlan plan = FractionPlan.plan(due, course, machine);
    int shift = (int) ChronoUnit.DAYS.between(planned, day);
    return new StartPair(
        day,
        plan.first(),
        shift,
        (int) ChronoUnit.DAYS.between(due, plan.first()),
        Math.abs(shift) <= rule.cycleWindowDays() && !plan.first().isAfter(latest),
        plan);
  }

  /**
   * The last day on which the first fraction is in its window: that many working days after the day
   * that the protocol names, whether or not the machine works on that day itself.
   */
  public static LocalDate latestStart(LocalDate due, int windowWorkingDays, WorkingDays machine) {
    return machine.shift(due, windowWorkingDays);
  }
}
