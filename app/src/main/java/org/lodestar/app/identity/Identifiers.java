package org.lodestar.app.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What an outside object says about a person. Not for logs; its text says nothing.
 *
 * @param patientId the hospital's identifier
 * @param birthDate with {@code sex} a weaker identifier
 * @param sex M, F or O
 */
public record Identifiers(
    Optional<String> patientId, Optional<LocalDate> birthDate, Optional<String> sex) {

  /** The identifier as it is compared; empty when none is stated. */
  Optional<String> id() {
    return patientId
        .map(text -> text.strip().toUpperCase(Locale.ROOT))
        .filter(text -> !text.isEmpty());
  }

  /** Birth date and sex together; empty unless both are stated. */
  Optional<String> born() {
    return birthDate.flatMap(
        day -> sex.map(each -> day + "|" + each.strip().toUpperCase(Locale.ROOT)));
  }

  /** Hides the values. */
  @Override
  public String toString() {
    return "Identifiers[hidden]";
  }
}
