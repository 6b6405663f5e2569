package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/**
 * What the grades of terms mean in words, and whose words they are: this project's short wording
 * for the terms that matter most, or the dictionary's own sentences once they were imported.
 */
public final class GradeTexts {
  private final Map<String, Meaning> byTerm;

  private GradeTexts(Map<String, Meaning> byTerm) {
    this.byTerm = Collections.unmodifiableMap(byTerm);
  }

  /** Whose words a meaning is given in. */
  public sealed interface Source {
    /** What is said beside the words. */
    Message message();

    /** The short wording of this project. */
    record OwnWording() implements Source {
      private static final Words SAID =
          new Words(
              "short wording of this project, not the dictionary's sentences", "本项目的简短表述，非词典原文");

      @Override
      public Message message() {
        return Message.of(SAID);
      }
    }

    /** The publisher's sentences. */
    record Imported(String version, LocalDate on) implements Source {
      private static final Words SAID =
          new Words("NCI {version}, imported on {on}", "NCI {version}，{on} 导入");

      @Override
      public Message message() {
        return Message.of(SAID, "version", version, "on", on);
      }
    }
  }

  /**
   * The meaning of a term's grades.
   *
   * @param byGrade the words of each grade that exists
   * @param definition of the term itself; empty where there is none
   */
  public record Meaning(Source source, SortedMap<Integer, Words> byGrade, String definition) {
    public Meaning {
      byGrade = Collections.unmodifiableSortedMap(new TreeMap<>(byGrade));
    }
  }

  /** Loads the short wording once. */
  private static final class Held {
    private static final GradeTexts OWN = new GradeTexts(parse(Resource.lines("ctcae5-short.txt")));
  }

  /** The short wording of this project. */
  public static GradeTexts own() {
    return Held.OWN;
  }

  /** The publisher's sentences; the short wording stays for events that are no terms of it. */
  public static GradeTexts imported(String version, LocalDate on, List<PublishedTerm> terms) {
    Source source = new Source.Imported(version, on);
    Map<String, Meaning> byTerm = new HashMap<>(Held.OWN.byTerm);
    for (PublishedTerm term : terms) {
      SortedMap<Integer, Words> grades = new TreeMap<>();
      term.grades().forEach((grade, sentence) -> grades.put(grade, Words.same(sentence)));
      byTerm.put(key(term.name()), new Meaning(source, grades, term.definition()));
    }
    return new GradeTexts(byTerm);
  }

  /** Written {@code = term}, then lines {@code grade English | Chinese}. */
  private static Map<String, Meaning> parse(List<String> lines) {
    Source source = new Source.OwnWording();
    Map<String, SortedMap<Integer, Words>> grades = new LinkedHashMap<>();
    SortedMap<Integer, Words> current = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith("= ")) {
        current = new TreeMap<>();
        grades.put(key(line.substring(2)), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int bar = line.indexOf(" | ");
        Words words = new Words(line.substring(2, bar), line.substring(bar + 3));
        current.put(line.charAt(0) - '0', words);
      }
    }
    Map<String, Meaning> byTerm = new LinkedHashMap<>();
    grades.forEach((term, words) -> byTerm.put(term, new Meaning(source, words, "")));
    return byTerm;
  }

  /** What the grades of a term mean; empty for a term without wording. */
  public Optional<Meaning> of(String term) {
    return Optional.ofNullable(byTerm.get(key(term)));
  }

  /** The terms that have wording, in lower case. */
  public Set<String> terms() {
    return byTerm.keySet();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
