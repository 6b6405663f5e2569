package org.lodestar.radiotherapy.finding;

/** How far a finding reaches. */
public enum Severity {
  /** Worth knowing; no figure depends on it. */
  NOTE,
  /** A person should look: a figure may depend on it. */
  WARNING,
  /** The figure concerned is withheld until a person has decided. */
  STOP
}
