package org.lodestar.trial.efficacy;

/** What decides which diameter of a lesion counts. */
public enum LesionKind {
  /** A lymph node: its short axis counts. */
  NODAL,
  /** Anything else: its longest diameter counts. */
  NON_NODAL
}
