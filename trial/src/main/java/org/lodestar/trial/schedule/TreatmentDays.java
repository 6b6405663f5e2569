package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.protocol.Protocol;

/**
 * The working days of the machine in a course under way, and which of them have a record: a
 * fraction, or the reason why there was none.
 */
final class TreatmentDays {
  private static final int WEEK_DAYS = 7;

  private final Optional<FractionCourse> course;
  private final Set<LocalDate> recorded;
  private final WorkingDays machine;
  private final LocalDate asOf;

  private TreatmentDays(
      Optional<FractionCourse> course,
      Set<LocalDate> recorded,
      WorkingDays machine,
      LocalDate asOf) {
    this.course = course;
    this.recorded = recorded;
    this.machine = machine;
    this.asOf = asOf;
  }

  static TreatmentDays read(
      Casebook casebook, Schedule schedule, Protocol protocol, LocalDate asOf) {
    Set<LocalDate> recorded = new HashSet<>();
    for (Sheet sheet : Sheets.of(casebook, protocol.forms()).of("fraction")) {
      sheet.day("delivered-at").known().ifPresent(recorded::add);
    }
    return new TreatmentDays(
        schedule.radiotherapy().known(), recorded, Schedule.machine(protocol), asOf);
  }

  /** Whether a fraction was delivered: before, the visit's window says what is due. */
  boolean isUnderWay() {
    return course.filter(known -> !known.delivered().isEmpty()).isPresent();
  }

  /** Whether fractions are still to be delivered. */
  boolean isOwed() {
    return course.filter(known -> !known.remaining().isEmpty()).isPresent();
  }

  int total() {
    return course.map(known -> known.planned().fractions().size()).orElse(0);
  }

  /** The number of the next fraction. */
  int next() {
    return course.map(FractionCourse::completed).orElse(0) + 1;
  }

  boolean isDueToday(LocalDate weekFrom) {
    return isInWeek(asOf, weekFrom)
        && !recorded.contains(asOf)
        && course.filter(known -> known.remaining().dates().contains(asOf)).isPresent();
  }

  private static boolean isInWeek(LocalDate day, LocalDate weekFrom) {
    return !day.isBefore(weekFrom) && day.isBefore(weekFrom.plusDays(WEEK_DAYS));
  }

  /** Working days of a week before today, within the course, that have no record. */
  List<LocalDate> unrecorded(LocalDate weekFrom) {
    if (course.isEmpty() || course.get().delivered().isEmpty()) {
      return List.of();
    }
    LocalDate first = course.get().delivered().getFirst().date();
    LocalDate last = course.get().delivered().getLast().date();
    LocalDate until = isOwed() ? asOf : last;
    return weekFrom
        .datesUntil(weekFrom.plusDays(WEEK_DAYS))
        .filter(day -> !day.isBefore(first) && day.isBefore(until))
        .filter(machine::isWorking)
        .filter(day -> !recorded.contains(day))
        .toList();
  }
}
