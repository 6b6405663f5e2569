package org.lodestar.trial.fact;

/**
 * A named rule of an area. Each area lists its rules in one enum, with the sentence that explains a
 * result in both languages.
 */
public interface Rule {
  /** Stable name, {@code area.what}: {@code efficacy.sum-of-diameters}. */
  String id();

  /** The sentence that explains a value derived by this rule. */
  Words words();
}
