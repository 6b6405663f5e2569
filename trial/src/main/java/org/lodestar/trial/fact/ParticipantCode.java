package org.lodestar.trial.fact;

import java.util.Locale;

/** A participant's screening code, {@code S-001}, given at the first consent and never reused. */
public record ParticipantCode(String text) implements Comparable<ParticipantCode> {
  public ParticipantCode {
    if (!isCode(text)) {
      throw new IllegalArgumentException("a screening code is S- and 3 to 6 digits; got: " + text);
    }
  }

  private static boolean isCode(String text) {
    if (text.length() < 5 || text.length() > 8 || !text.startsWith("S-")) {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  public static ParticipantCode ofOrdinal(int ordinal) {
    return new ParticipantCode(String.format(Locale.ROOT, "S-%03d", ordinal));
  }

  public int ordinal() {
    return Integer.parseInt(text.substring(2));
  }

  /** By number; codes of one length need not be read as numbers for that. */
  @Override
  public int compareTo(ParticipantCode other) {
    if (this == other) {
      return 0;
    }
    if (text.length() == other.text.length()) {
      return text.compareTo(other.text);
    }
    return Integer.compare(ordinal(), other.ordinal());
  }

  @Override
  public String toString() {
    return text;
  }
}
