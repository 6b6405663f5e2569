package org.lodestar.trial.treatment;

/** Sex as formulas of doses tell it apart. */
public enum Sex {
  MALE,
  FEMALE
}
