package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lodestar.trial.fact.Role;

/** The fractions of one participant on the working days of the machine. */
final class Radiotherapy {
  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final Diary diary;
  private final Measurements measurements;

  Radiotherapy(
      Person person, Scenario scenario, Figures figures, Diary diary, Measurements measurements) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
    this.diary = diary;
    this.measurements = measurements;
  }

  /**
   * Delivers the fractions; answers the day of the last.
   *
   * @param until the day on which the participant is no longer there
   */
  LocalDate run(LocalDate start, LocalDate firstDose, LocalDate until) {
    LocalDate first = figures.nextRadiotherapyDay(start);
    LocalDate last = first;
    int number = 1;
    int reviewed = 0;
    for (LocalDate day = first;
        number <= figures.fractions() && day.isBefore(until);
        day = figures.nextRadiotherapyDay(day.plusDays(1))) {
      int week = week(first, day);
      while (reviewed < week) {
        review(first, ++reviewed, firstDose);
      }
      Optional<String> obstacle = obstacle(day);
      fraction(day, week, number, obstacle);
      if (obstacle.isEmpty()) {
        last = day;
        number++;
      }
    }
    diary.whole(
        last,
        Role.RADIATION_ONCOLOGIST,
        Visits.PLANNING,
        1,
        new Chart("rt-milestones").put("started-on", first).put("ended-on", last));
    return last;
  }

  /** Weeks are counted from the first fraction, whatever is delivered in them. */
  private static int week(LocalDate first, LocalDate day) {
    return (int) (ChronoUnit.DAYS.between(first, day) / 7) + 1;
  }

  /** Once a week she is seen, also in a week without fractions. */
  private void review(LocalDate first, int week, LocalDate firstDose) {
    LocalDate day = figures.nextClinicDay(first.plusWeeks(week - 1L));
    String visit = Visits.radiotherapyWeek(week);
    measurements.performance(day, visit, firstDose);
    measurements.laboratory(day, visit, 2.6);
  }

  /** Why nothing is delivered on a working day, by the code of the form; mostly there is none. */
  private Optional<String> obstacle(LocalDate day) {
    if (person.hold(day).isPresent()) {
      return Optional.of("toxicity");
    }
    boolean down =
        person
            .draw()
            .part("machine", day.toEpochDay())
            .chance("down", scenario.conduct().machineDown());
    return down ? Optional.of("machine") : Optional.empty();
  }

  private void fraction(LocalDate day, int week, int number, Optional<String> obstacle) {
    LocalDateTime at = diary.moment(day);
    String visit = Visits.radiotherapyWeek(week);
    Chart chart =
        new Chart("fraction")
            .put("number", number)
            .put("delivered-at", at)
            .put("dose", obstacle.isPresent() ? BigDecimal.ZERO : figures.fractionDoseGy(), "Gy")
            .put("status", obstacle.isPresent() ? "not-delivered" : "complete")
            .put("plan", "P1")
            .put("machine", "LA1");
    obstacle.ifPresent(reason -> chart.put("reason", reason));
    diary.whole(day, Role.PHYSICIST, visit, diary.nextRepeat(visit + "fraction"), chart);
  }
}
