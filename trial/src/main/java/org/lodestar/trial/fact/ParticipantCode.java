package org.lodestar.trial.fact;

import java.util.Locale;

/** A participant's screening code, {@code S-001}, given at the first consent and never reused. */
public record ParticipantCode(String text) implements Comparable<ParticipantCode> {
  public ParticipantCode {
    if (!text.matches("S-[0-9]{3,6}")) {
      throw new IllegalArgumentException("a screening code is S- and 3 to 6 digits; got: " + text);
    }
  }

  public static ParticipantCode ofOrdinal(int ordinal) {
    return new ParticipantCode(String.format(Locale.ROOT, "S-%03d", ordinal));
  }

  public int ordinal() {
    return Integer.parseInt(text.substring(2));
  }

  @Override
  public int compareTo(ParticipantCode other) {
    return Integer.compare(ordinal(), other.ordinal());
  }

  @Override
  public String toString() {
    return text;
  }
}
