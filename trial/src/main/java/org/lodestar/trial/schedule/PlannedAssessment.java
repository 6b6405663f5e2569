package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.protocol.ScanPhase;

/**
 * A tumour assessment on the day on which the protocol wants it. Days are counted from the origin
 * and never from the last scan: a late scan does not move the next one.
 *
 * @param number of the series, from 1
 * @param windowDays allowed on either side
 * @param intervalDays of the phase of follow-up in which it lies
 */
public record PlannedAssessment(int number, LocalDate planned, int windowDays, int intervalDays) {

  /**
   * The series up to and including a day.
   *
   * @param phases in order, each with its end in months from the origin; the last may be open
   */
  public static List<PlannedAssessment> series(
      LocalDate origin, List<ScanPhase> phases, LocalDate through) {
    List<PlannedAssessment> series = new ArrayList<>();
    LocalDate last = origin;
    for (ScanPhase phase : phases) {
      LocalDate end = endOf(phase, origin).filter(day -> day.isBefore(through)).orElse(through);
      for (LocalDate day = last.plusDays(phase.intervalDays());
          !day.isAfter(end);
          day = day.plusDays(phase.intervalDays())) {
        series.add(
            new PlannedAssessment(
                series.size() + 1, day, phase.windowDays(), phase.intervalDays()));
        last = day;
      }
    }
    return List.copyOf(series);
  }

  private static Optional<LocalDate> endOf(ScanPhase phase, LocalDate origin) {
    return Optional.ofNullable(phase.untilMonths()).map(origin::plusMonths);
  }

  /** Whether a day lies in the window. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(earliest()) && !day.isAfter(latest());
  }

  public LocalDate earliest() {
    return planned.minusDays(windowDays);
  }

  public LocalDate latest() {
    return planned.plusDays(windowDays);
  }
}
