package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
