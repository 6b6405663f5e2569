package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides a participant's progression-free survival.
 *
 * @param origin day 1
 * @param assessments after baseline
 * @param progression its date, which may lie before the assessment that proved it; null without
 * @param newTherapy first day of a new anti-cancer therapy, or null
 * @param death its date, or null
 * @param cutoff last day that counts
 */
public record ProgressionHistory(
    LocalDate origin,
    boolean baselineAssessed,
    List<TimedResponse> assessments,
    @Nullable LocalDate progression,
    @Nullable LocalDate newTherapy,
    @Nullable LocalDate death,
    LocalDate cutoff) {
  public ProgressionHistory {
    assessments = List.copyOf(assessments);
  }

  /** The same history as it was known to be on the last day that counts. */
  ProgressionHistory untilCutoff() {
    return new ProgressionHistory(
        origin,
        baselineAssessed,
        assessments.stream().filter(each -> !each.date().isAfter(cutoff)).toList(),
        untilCutoff(progression),
        untilCutoff(newTherapy),
        untilCutoff(death),
        cutoff);
  }

  private @Nullable LocalDate untilCutoff(@Nullable LocalDate date) {
    return date == null || date.isAfter(cutoff) ? null : date;
  }

  /** Progression, or death when it comes first. */
  Optional<LocalDate> event() {
    if (progression == null) {
      return Optional.ofNullable(death);
    }
    return Optional.of(isProgressionFirst() ? progression : death == null ? progression : death);
  }

  boolean isProgressionFirst() {
    return progression != null && (death == null || !progression.isAfter(death));
  }

  /** The last assessment before progression that could be judged and that passes a limit. */
  Optional<LocalDate> lastAdequate(@Nullable LocalDate until, boolean inclusive) {
    return assessments.stream()
        .filter(each -> each.response() != Response.NE)
        .map(TimedResponse::date)
        .filter(date -> until == null || date.isBefore(until) || (inclusive && date.equals(until)))
        .max(Comparator.naturalOrder());
  }
}
