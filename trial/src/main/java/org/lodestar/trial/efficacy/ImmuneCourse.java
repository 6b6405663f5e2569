package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant's course by iRECIST.
 *
 * @param visits by date
 * @param progression of the unconfirmed progression that was confirmed or is still open, or null
 */
public record ImmuneCourse(
    List<Visit> visits, ImmuneResponse best, @Nullable LocalDate progression) {

  /** The response of one assessment. */
  public record Visit(String visit, LocalDate date, ImmuneResponse response) {}

  public ImmuneCourse {
    visits = List.copyOf(visits);
  }
}
