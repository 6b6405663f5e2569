package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.lodestar.trial.fact.Role;

/** The fractions of one participant on the working days of the machine. */
final class Radiotherapy {
  private static final int FRACTIONS_PER_WEEK = 5;
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
    LocalDate day = figures.nextRadiotherapyDay(start);
    LocalDate last = day;
    for (int number = 1; number <= figures.fractions() && day.isBefore(until); ) {
      if (person
          .draw()
          .part("machine", day.toEpochDay())
          .chance("down", scenario.conduct().machineDown())) {
        day = figures.nextRadiotherapyDay(day.plusDays(1));
        continue;
      }
      fraction(day, number);
      if (number % FRACTIONS_PER_WEEK == 0) {
        String week = Visits.radiotherapyWeek(number / FRACTIONS_PER_WEEK);
        measurements.performance(day, week, firstDose);
        measurements.laboratory(day, week, 2.6);
      }
      last = day;
      number++;
      day = figures.nextRadiotherapyDay(day.plusDays(1));
    }
    diary.save(
        last,
        Role.RADIATION_ONCOLOGIST,
        Visits.PLANNING,
        1,
        new Chart("rt-milestones").put("started-on", start).put("ended-on", last));
    return last;
  }

  private void fraction(LocalDate day, int number) {
    LocalDateTime at = diary.moment(day);
    diary.whole(
        day,
        Role.PHYSICIST,
        Visits.radiotherapyWeek((number - 1) / FRACTIONS_PER_WEEK + 1),
        (number - 1) % FRACTIONS_PER_WEEK + 1,
        new Chart("fraction")
            .put("number", number)
            .put("delivered-at", at)
            .put("dose", figures.fractionDoseGy(), "Gy")
            .put("status", "complete")
            .put("plan", "P1")
            .put("machine", "LA1"));
  }
}
