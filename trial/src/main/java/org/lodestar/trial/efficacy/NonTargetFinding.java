package org.lodestar.trial.efficacy;

/** What an assessment found of one non-target lesion. */
public enum NonTargetFinding {
  PRESENT,
  ABSENT,
  /** A node with a short axis below 10 mm, or a marker back to normal. */
  NORMAL,
  UNEQUIVOCAL_PROGRESSION,
  NOT_EVALUABLE
}
