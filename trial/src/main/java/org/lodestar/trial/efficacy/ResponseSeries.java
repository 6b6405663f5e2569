package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant's overall responses, from which the best is found.
 *
 * @param reference the date from which stable disease must last
 * @param targetDisease whether there were target lesions at baseline: without them a response that
 *     is not confirmed falls back to NON-CR/NON-PD instead of stable disease
 * @param newTherapy first day of a new anti-cancer therapy; later assessments do not count
 */
public record ResponseSeries(
    LocalDate reference,
    boolean targetDisease,
    List<TimedResponse> responses,
    @Nullable LocalDate newTherapy) {
  public ResponseSeries {
    responses = List.copyOf(responses);
  }

  /** By date, up to and including the first progression, and before a new therapy. */
  List<TimedResponse> counting() {
    List<TimedResponse> counting = new ArrayList<>();
    List<TimedResponse> byDate =
        responses.stream().sorted(Comparator.comparing(TimedResponse::date)).toList();
    for (TimedResponse each : byDate) {
      if (newTherapy != null && each.date().isAfter(newTherapy)) {
        break;
      }
      counting.add(each);
      if (each.response() == Response.PD) {
        break;
      }
    }
    return counting;
  }

  long daysTo(TimedResponse each) {
    return ChronoUnit.DAYS.between(reference, each.date());
  }
}
