package org.lodestar.trial.efficacy;

/** A finding that was not there at baseline, under the name that it keeps. */
public record NewLesion(String id, Certainty certainty) {

  /** How sure the reader is that it is new malignant disease. */
  public enum Certainty {
    UNEQUIVOCAL,
    /** Followed; if proven later, progression is dated to the first assessment that showed it. */
    EQUIVOCAL,
    RESOLVED
  }
}
