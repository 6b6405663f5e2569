package org.lodestar.trial.safety;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a rule says of a measurement. */
public sealed interface LaboratoryGrade {

  /**
   * A grade, 0 when no grade holds.
   *
   * @param possible the grade if all flags that are not known were so
   * @param unknown flags that would have to be known to exclude that
   */
  record Graded(int grade, int possible, Set<LaboratoryFlag> unknown) implements LaboratoryGrade {
    public Graded {
      unknown = Set.copyOf(unknown);
    }
  }

  /** No grade, because the measurement or a limit that decides is missing: never taken as 0. */
  record Undecided(String lacking) implements LaboratoryGrade {}

  /** No grade, because the unit is none of those that the rule can convert. */
  record UnknownUnit(String unit, Set<String> known) implements LaboratoryGrade {
    public UnknownUnit {
      known = Collections.unmodifiableSet(new TreeSet<>(known));
    }
  }
}
