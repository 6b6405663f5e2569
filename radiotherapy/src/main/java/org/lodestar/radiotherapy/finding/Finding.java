package org.lodestar.radiotherapy.finding;

import java.util.List;
import java.util.Objects;

/**
 * One thing seen in the data that a person should know of. It has no words: who shows it says its
 * code in the reader's language, with the values.
 *
 * @param code what kind of thing it is
 * @param subject the object it was seen in: a structure's name, a file, a plan's label
 * @param values what was seen, in the order of the code's description
 */
public record Finding(FindingCode code, String subject, List<String> values) {
  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(subject, "subject");
    values = List.copyOf(values);
  }

  /** A finding with its values one by one. */
  public Finding(FindingCode code, String subject, String... values) {
    this(code, subject, List.of(values));
  }

  /** The severity of its code. */
  public Severity severity() {
    return code.severity();
  }

  /** One line without words: code, subject, values. */
  public String text() {
    return code + " [" + subject + "]" + (values.isEmpty() ? "" : " " + String.join("; ", values));
  }
}
