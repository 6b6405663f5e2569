package org.lodestar.radiotherapy.dicom.rt;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who an object says it is about. Not for logs.
 *
 * @param id Patient ID
 * @param name Patient's Name as written, components separated by a caret
 * @param birthDate birth date, if stated
 * @param sex M, F or O, if stated
 */
public record PatientIdentity(
    Optional<String> id,
    Optional<String> name,
    Optional<LocalDate> birthDate,
    Optional<String> sex) {

  /** Whether two objects may be about one person: no stated item contradicts another. */
  boolean agreesWith(PatientIdentity other) {
    return same(id, other.id)
        && same(name.map(PatientIdentity::plain), other.name.map(PatientIdentity::plain))
        && same(birthDate, other.birthDate);
  }

  private static <T> boolean same(Optional<T> a, Optional<T> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  private static String plain(String name) {
    return name.replaceAll("\\^+$", "").strip();
  }

  /** Hides the values, so that an identity printed by accident says nothing. */
  @Override
  public String toString() {
    return "PatientIdentity[hidden]";
  }
}
