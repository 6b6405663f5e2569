package org.lodestar.trial.fact;

import java.util.Comparator;

/**
 * One copy of a form: whose, at which visit, which form, and the how-manyeth of a repeating form (1
 * for the first).
 */
public record FormInstance(ParticipantCode participant, String visit, String form, int repeat)
    implements Comparable<FormInstance> {
  private static final Comparator<FormInstance> ORDER =
      Comparator.comparing(FormInstance::participant)
          .thenComparing(FormInstance::visit)
          .thenComparing(FormInstance::form)
          .thenComparingInt(FormInstance::repeat);

  @Override
  public int compareTo(FormInstance other) {
    return ORDER.compare(this, other);
  }

  public FormInstance {
    requireKey("visit", visit);
    requireKey("form", form);
    if (repeat < 1) {
      throw new IllegalArgumentException("repeat counts from 1; got: " + repeat);
    }
  }

  private static void requireKey(String what, String key) {
    if (!key.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          what + " is a key of lower-case letters, digits and hyphens; got: " + key);
    }
  }

  @Override
  public String toString() {
    return participant + "/" + visit + "/" + form + "/" + repeat;
  }
}
