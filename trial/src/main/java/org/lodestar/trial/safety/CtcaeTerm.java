package org.lodestar.trial.safety;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A term of CTCAE.
 *
 * @param soc the system organ class
 * @param grades that exist for the term; another one must not be chosen
 */
public record CtcaeTerm(String name, String soc, SortedSet<Integer> grades) {
  private static final String OTHER = " - Other, specify";

  public CtcaeTerm {
    grades = Collections.unmodifiableSortedSet(new TreeSet<>(grades));
  }

  /** Whether the event must be named in the investigator's own words beside the term. */
  public boolean needsVerbatim() {
    return name.endsWith(OTHER);
  }

  public boolean hasGrade(int grade) {
    return grades.contains(grade);
  }
}
