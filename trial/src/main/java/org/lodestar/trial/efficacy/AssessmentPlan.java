package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.protocol.ScanPhase;

/**
 * How often tumours are assessed, and how many missed assessments break the follow-up. The interval
 * is the one in force at the time, never one constant.
 *
 * @param origin from which the phases are counted
 * @param monthDays length of a month in days
 * @param missed how many assessments missed in a row break the follow-up
 */
public record AssessmentPlan(
    LocalDate origin, BigDecimal monthDays, List<ScanPhase> phases, int missed) {
  public AssessmentPlan {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a plan of assessments has at least one phase; got none");
    }
  }

  /** An assessment that is due, with its window on either side. */
  public record Due(LocalDate on, int windowDays) {
    public LocalDate earliest() {
      return on.minusDays(windowDays);
    }

    public LocalDate latest() {
      return on.plusDays(windowDays);
    }

    public boolean contains(LocalDate day) {
      return !day.isBefore(earliest()) && !day.isAfter(latest());
    }

    /** Days from the due day, on either side. */
    public long distance(LocalDate day) {
      return Math.abs(ChronoUnit.DAYS.between(on, day));
    }
  }

  /**
   * The assessments due from the origin, at least one, up to the first after a day. A late one does
   * not move those that follow.
   */
  public List<Due> due(LocalDate until) {
    List<Due> due = new ArrayList<>();
    LocalDate day = origin;
    do {
      ScanPhase phase = phaseAt(day);
      day = day.plusDays(phase.intervalDays());
      due.add(new Due(day, phase.windowDays()));
    } while (!day.isAfter(until));
    return due;
  }

  /**
   * The last day on which an event after an assessment still counts: as many intervals and windows
   * later as assessments may not be missed.
   */
  public LocalDate lastDayWithoutGap(LocalDate assessed) {
    LocalDate due = assessed;
    int windowDays = 0;
    for (int i = 0; i < missed; i++) {
      ScanPhase phase = phaseAt(due);
      due = due.plusDays(phase.intervalDays());
      windowDays += phase.windowDays();
    }
    return due.plusDays(windowDays);
  }

  private ScanPhase phaseAt(LocalDate day) {
    return phases.stream()
        .filter(phase -> phase.untilMonths() == null || day.isBefore(endOf(phase.untilMonths())))
        .findFirst()
        .orElse(phases.getLast());
  }

  private LocalDate endOf(int months) {
    return origin.plusDays(
        monthDays
            .multiply(BigDecimal.valueOf(months))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
