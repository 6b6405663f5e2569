package org.lodestar.radiotherapy.finding;

import java.util.Objects;

/**
 * One thing seen in the data that a person should know of.
 *
 * @param code what kind of thing it is
 * @param subject the object it was seen in: a structure's name, a file, a plan's label
 * @param detail the values seen, in words
 */
public record Finding(FindingCode code, String subject, String detail) {
  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(detail, "detail");
  }

  /** The severity of its code. */
  public Severity severity() {
    return code.severity();
  }

  /** One line: code, subject, what the code means, the values. */
  public String text() {
    return code + " [" + subject + "] " + code.meaning() + (detail.isEmpty() ? "" : ": " + detail);
  }
}
