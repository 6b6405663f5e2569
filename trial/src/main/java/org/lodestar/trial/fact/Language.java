package org.lodestar.trial.fact;

/** The two languages in which everything is said. */
public enum Language {
  EN,
  ZH
}
