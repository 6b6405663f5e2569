package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.treatment.DayOne;
import org.lodestar.trial.treatment.Hold;

/**
 * One course of radiotherapy under way, as a line of a table.
 *
 * @param percent of the fractions that were delivered
 * @param last day of the last fraction as planned now; "open" while it is held
 */
record CourseLine(
    String participant,
    String code,
    int delivered,
    int total,
    int percent,
    boolean held,
    boolean today,
    String last) {
  private static final Words OPEN = new Words("open", "待定");

  static List<CourseLine> of(List<Dossier> dossiers, TrialWords words) {
    return dossiers.stream().flatMap(dossier -> of(dossier, words).stream()).toList();
  }

  private static Optional<CourseLine> of(Dossier dossier, TrialWords words) {
    return dossier.courseUnderWay().map(course -> line(dossier, course, words));
  }

  private static CourseLine line(Dossier dossier, FractionCourse course, TrialWords words) {
    int total = course.planned().fractions().size();
    boolean held =
        dossier.holds().stream()
            .map(Derived::get)
            .map(Hold::subject)
            .anyMatch(DayOne.RADIOTHERAPY::equals);
    return new CourseLine(
        dossier.name(),
        dossier.code().text(),
        course.completed(),
        total,
        100 * course.completed() / Math.max(1, total),
        held,
        course.remaining().dates().contains(dossier.today()),
        held ? words.say(OPEN) : course.end().map(LocalDate::toString).orElse("-"));
  }
}
