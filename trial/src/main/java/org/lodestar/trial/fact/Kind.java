package org.lodestar.trial.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of fact: few, stable, generic. A clinical value of any sort enters by {@link
 * #FORM_SAVED}. The schema is the number of the body's layout as written today; older numbers are
 * upcast when read.
 */
public enum Kind {
  LOG_OPENED(1),
  PROTOCOL_ACTIVATED(1),
  ACCOUNT_OPENED(1),
  PARTICIPANT_REGISTERED(1),
  SCREEN_FAILED(1),
  ENROLLED(1),
  FORM_SAVED(1),
  FORM_COMPLETED(1),
  FORM_REOPENED(1),
  DECIDED(1),
  CUT_NAMED(1),
  ARTEFACT_IMPORTED(1),
  VALUE_REDACTED(1);

  private static final Map<String, Kind> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::key, kind -> kind));

  private final int schema;

  Kind(int schema) {
    this.schema = schema;
  }

  public int schema() {
    return schema;
  }

  /** The name under which the kind is stored and hashed: {@code form-saved}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a stored name to the letter: another spelling is a damaged row.
   *
   * @throws IllegalArgumentException when the key names no kind
   */
  public static Kind parse(String key) {
    Kind kind = BY_KEY.get(key);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of fact is called " + key);
    }
    return kind;
  }
}
