package org.lodestar.trial.fact;

/**
 * One copy of a form: whose, at which visit, which form, and the how-manyeth of a repeating form (1
 * for the first). A key of many maps, which is why it knows its hash.
 */
public final class FormInstance implements Comparable<FormInstance> {
  private final ParticipantCode participant;
  private final String visit;
  private final String form;
  private final int repeat;
  private final int hash;

  public FormInstance(ParticipantCode participant, String visit, String form, int repeat) {
    requireKey("visit", visit);
    requireKey("form", form);
    if (repeat < 1) {
      throw new IllegalArgumentException("repeat counts from 1; got: " + repeat);
    }
    this.participant = participant;
    this.visit = visit;
    this.form = form;
    this.repeat = repeat;
    this.hash =
        31 * (31 * (31 * participant.hashCode() + visit.hashCode()) + form.hashCode()) + repeat;
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

  public ParticipantCode participant() {
    return participant;
  }

  public String visit() {
    return visit;
  }

  public String form() {
    return form;
  }

  public int repeat() {
    return repeat;
  }

  /** By participant, visit, form and copy. */
  @Override
  public int compareTo(FormInstance other) {
    int order = participant.compareTo(other.participant);
    order = order == 0 ? order(visit, other.visit) : order;
    order = order == 0 ? order(form, other.form) : order;
    return order == 0 ? Integer.compare(repeat, other.repeat) : order;
  }

  /**
   * Keys of one log are mostly the same objects, which {@code equals} sees and an order does not.
   */
  private static int order(String one, String other) {
    return one.equals(other) ? 0 : one.compareTo(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormInstance instance
        && instance.hash == hash
        && instance.repeat == repeat
        && instance.visit.equals(visit)
        && instance.form.equals(form)
        && instance.participant.equals(participant);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return participant + "/" + visit + "/" + form + "/" + repeat;
  }
}
