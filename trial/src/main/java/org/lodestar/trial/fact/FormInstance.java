package org.lodestar.trial.fact;

/**
 * One copy of a form: whose, at which visit, which form, and the how-manyeth of a repeating form (1
 * for the first).
 */
public record FormInstance(ParticipantCode participant, String visit, String form, int repeat)
    implements Comparable<FormInstance> {
  /** By participant, visit, form and copy. */
  @Override
  public int compareTo(FormInstance other) {
    int order = participant.compareTo(other.participant);
    order = order == 0 ? visit.compareTo(other.visit) : order;
    order = order == 0 ? form.compareTo(other.form) : order;
    return order == 0 ? Integer.compare(repeat, other.repeat) : order;
  }

  public FormInstance {
    requireKey("visit", visit);
    requireKey("form", form);
    if (repeat < 1) {
      throw new IllegalArgumentException("repeat counts from 1; got: " + repeat);
    }
  }

  private static boolean isKey(String text) {
    if (text.isEmpty() || text.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static void requireKey(String what, String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          what + " is a key of lower-case letters, digits and hyphens; got: " + key);
    }
  }

  @Override
  public String toString() {
    return participant + "/" + visit + "/" + form + "/" + repeat;
  }
}
