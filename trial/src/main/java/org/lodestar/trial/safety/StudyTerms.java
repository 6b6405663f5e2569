package org.lodestar.trial.safety;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestar.trial.safety.CtcaeTerm.ChineseName;

/** Events with a name and a scale of their own that CTCAE has no term for, such as RCCEP. */
final class StudyTerms {
  private static final Pattern LINE = Pattern.compile("(\\d+) (.+) = (.+), ([a-z ]+) < (.+)");

  private StudyTerms() {}

  /** Loads them once. */
  private static final class Held {
    private static final List<CtcaeTerm> TERMS =
        Resource.lines("study-terms.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(StudyTerms::parse)
            .toList();
  }

  /** Each stands in the class of the term under which it is coded. */
  static List<CtcaeTerm> all() {
    return Held.TERMS;
  }

  private static CtcaeTerm parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a line of study-terms.txt: " + line);
    }
    TreeSet<Integer> grades = new TreeSet<>();
    parts.group(1).chars().forEach(digit -> grades.add(digit - '0'));
    String codedAs = parts.group(5);
    String soc = codedAs.substring(0, codedAs.indexOf(" - "));
    return new CtcaeTerm(
        parts.group(2), soc, grades, new ChineseName(parts.group(3), parts.group(4)));
  }

  /** Whether a search text is part of a name or is its initials in English. */
  static boolean matches(CtcaeTerm term, String wanted) {
    String initials =
        Arrays.stream(term.name().toLowerCase(Locale.ROOT).split(" ", -1))
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    return term.matches(wanted) || initials.equals(wanted);
  }
}
