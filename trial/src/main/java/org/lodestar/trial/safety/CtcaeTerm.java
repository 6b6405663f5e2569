package org.lodestar.trial.safety;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/**
 * A term of CTCAE.
 *
 * @param soc the system organ class
 * @param grades that exist for the term; another one must not be chosen
 * @param chinese this project's Chinese name with its pinyin, for the terms that matter most; null
 *     for others
 */
public record CtcaeTerm(
    String name, String soc, SortedSet<Integer> grades, @Nullable ChineseName chinese) {
  private static final String OTHER = " - Other, specify";

  /**
   * @param pinyin syllable by syllable, separated by spaces
   */
  public record ChineseName(String name, String pinyin) {
    boolean matches(String wanted) {
      String initials =
          Arrays.stream(pinyin.split(" ", -1))
              .map(syllable -> syllable.substring(0, 1))
              .collect(Collectors.joining());
      return name.contains(wanted)
          || pinyin.replace(" ", "").contains(wanted.replace(" ", ""))
          || initials.equals(wanted);
    }
  }

  public CtcaeTerm {
    grades = Collections.unmodifiableSortedSet(new TreeSet<>(grades));
  }

  /** Whether the event must be named in the investigator's own words beside the term. */
  public boolean needsVerbatim() {
    return name.endsWith(OTHER);
  }

  /** The name in both languages; English where there is no Chinese one. */
  public Words words() {
    return chinese == null ? Words.same(name) : new Words(name, chinese.name());
  }

  /** Whether a search text is part of the English or Chinese name or its pinyin. */
  boolean matches(String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted)
        || (chinese != null && chinese.matches(wanted));
  }

  public boolean hasGrade(int grade) {
    return grades.contains(grade);
  }
}
