package org.lodestar.trial.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.CtcaeTerm.ChineseName;

/**
 * A version of the Common Terminology Criteria for Adverse Events: the names of its terms, their
 * classes, and which grades exist. Which version applies is a property of the trial.
 */
public final class Ctcae {
  /** The version that this program brings along. */
  public static final String V5 = "CTCAE v5.0";

  private final String version;
  private final Map<String, CtcaeTerm> byName;

  private Ctcae(String version, List<CtcaeTerm> terms) {
    this.version = version;
    Map<String, CtcaeTerm> names = new LinkedHashMap<>();
    terms.forEach(term -> names.put(key(term.name()), term));
    this.byName = Collections.unmodifiableMap(names);
  }

  /** Loads version 5 once. */
  private static final class Version5 {
    private static final Ctcae TABLE =
        new Ctcae(
            V5,
            parse(
                Resource.lines("ctcae5-terms.txt"),
                chinese(Resource.lines("ctcae5-names-zh.txt"))));
  }

  /** The version that a trial names; empty when this program does not have it. */
  public static Optional<Ctcae> of(String version) {
    return version.equals(V5) ? Optional.of(Version5.TABLE) : Optional.empty();
  }

  private static List<CtcaeTerm> parse(List<String> lines, Map<String, ChineseName> chinese) {
    List<CtcaeTerm> terms = new ArrayList<>();
    String soc = "";
    for (String line : lines) {
      if (line.startsWith("= ")) {
        soc = line.substring(2);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int space = line.indexOf(' ');
        TreeSet<Integer> grades = new TreeSet<>();
        line.substring(0, space).chars().forEach(digit -> grades.add(digit - '0'));
        String name = line.substring(space + 1);
        terms.add(new CtcaeTerm(name, soc, grades, chinese.get(name)));
      }
    }
    return terms;
  }

  /** Written {@code term = Chinese name, pinyin}. */
  private static Map<String, ChineseName> chinese(List<String> lines) {
    Map<String, ChineseName> names = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int equals = line.indexOf(" = ");
        int comma = line.lastIndexOf(", ");
        names.put(
            line.substring(0, equals),
            new ChineseName(line.substring(equals + 3, comma), line.substring(comma + 2)));
      }
    }
    return names;
  }

  /**
   * The terms that a text is part of: English, Chinese, pinyin in full or its initials. Terms that
   * begin with it come first, and terms with a Chinese name, which matter most, before others.
   */
  public List<CtcaeTerm> search(String text) {
    String wanted = key(text);
    Comparator<CtcaeTerm> order =
        Comparator.comparing((CtcaeTerm term) -> !key(term.name()).startsWith(wanted))
            .thenComparing(term -> term.chinese() == null)
            .thenComparing(CtcaeTerm::name);
    return wanted.isEmpty()
        ? List.of()
        : terms().stream().filter(term -> term.matches(wanted)).sorted(order).toList();
  }

  public String version() {
    return version;
  }

  /** The term of a name, whatever its capitals. */
  public Optional<CtcaeTerm> term(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** A term of version 5 in both languages; any other name as it is. */
  public static Words words(String name) {
    return Version5.TABLE.term(name).map(CtcaeTerm::words).orElse(Words.same(name));
  }

  /** All terms, by class as in the dictionary. */
  public Collection<CtcaeTerm> terms() {
    return byName.values();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
