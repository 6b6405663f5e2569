package org.lodestar.app.identity;

/** Whether an outside object is about the participant that it is imported for. */
public enum Agreement {
  /** The hospital's identifier is the one that is known for the participant. */
  BY_IDENTIFIER,
  /** No identifier contradicts, and birth date and sex are those that are known. */
  BY_BIRTH_DATE_AND_SEX,
  /** It is known to be about somebody else, or contradicts what is known. */
  DIFFERS,
  /** Nothing is known about the participant yet. */
  UNKNOWN;

  public boolean holds() {
    return this == BY_IDENTIFIER || this == BY_BIRTH_DATE_AND_SEX;
  }
}
