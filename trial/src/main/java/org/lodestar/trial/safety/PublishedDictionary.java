package org.lodestar.trial.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/**
 * The terms of a publisher's file, held against the table of names, classes and existing grades
 * that this program has.
 */
public record PublishedDictionary(List<PublishedTerm> terms) {
  private static final Words TWICE =
      new Words("\"{term}\" stands {count} times", "“{term}”出现 {count} 次");
  private static final Words LACKING =
      new Words("\"{term}\" is missing from the file", "文件中缺少“{term}”");
  private static final Words UNKNOWN =
      new Words("\"{term}\" is no term of {version}", "“{term}”不是 {version} 的术语");
  private static final Words OTHER_NAME =
      new Words("\"{term}\" is written \"{name}\" in {version}", "“{term}”在 {version} 中写作“{name}”");
  private static final Words OTHER_CLASS =
      new Words(
          "\"{term}\" stands under \"{found}\"; in {version}: \"{expected}\"",
          "“{term}”归于“{found}”；{version} 中为“{expected}”");
  private static final Words OTHER_GRADES =
      new Words(
          "\"{term}\" has the grades {found}; in {version}: {expected}",
          "“{term}”的级别为 {found}；{version} 中为 {expected}");

  public PublishedDictionary {
    terms = List.copyOf(terms);
  }

  /** How many different names are terms of the version. */
  public long known(Ctcae ctcae) {
    return terms.stream()
        .map(PublishedTerm::name)
        .flatMap(name -> ctcae.term(name).stream())
        .distinct()
        .count();
  }

  /** Every difference in names, classes and existing grades; none when the file can be used. */
  public List<Message> differences(Ctcae ctcae) {
    List<Message> found = new ArrayList<>();
    Map<String, Integer> times = new LinkedHashMap<>();
    for (PublishedTerm term : terms) {
      String name = ctcae.term(term.name()).map(CtcaeTerm::name).orElse(term.name());
      if (times.merge(name, 1, Integer::sum) == 1) {
        found.addAll(differences(ctcae, term));
      }
    }
    times.forEach(
        (name, count) -> {
          if (count > 1) {
            found.add(Message.of(TWICE, "term", name, "count", count));
          }
        });
    lacking(ctcae).forEach(name -> found.add(Message.of(LACKING, "term", name)));
    return found;
  }

  private List<String> lacking(Ctcae ctcae) {
    List<String> names = new ArrayList<>(ctcae.terms().stream().map(CtcaeTerm::name).toList());
    List<String> present =
        terms.stream()
            .flatMap(term -> ctcae.term(term.name()).stream())
            .map(CtcaeTerm::name)
            .toList();
    names.removeAll(new TreeSet<>(present));
    return names;
  }

  private static List<Message> differences(Ctcae ctcae, PublishedTerm term) {
    String version = ctcae.version();
    CtcaeTerm ours = ctcae.term(term.name()).orElse(null);
    if (ours == null) {
      return List.of(Message.of(UNKNOWN, "term", term.name(), "version", version));
    }
    List<Message> found = new ArrayList<>();
    if (!ours.name().equals(term.name())) {
      found.add(
          Message.of(OTHER_NAME, "term", term.name(), "name", ours.name(), "version", version));
    }
    if (!ours.soc().equals(term.soc())) {
      found.add(differs(OTHER_CLASS, term, term.soc(), ours.soc(), version));
    }
    SortedSet<Integer> grades = new TreeSet<>(term.grades().keySet());
    if (!ours.grades().equals(grades)) {
      found.add(differs(OTHER_GRADES, term, list(grades), list(ours.grades()), version));
    }
    return found;
  }

  private static String list(SortedSet<Integer> grades) {
    return grades.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static Message differs(
      Words words, PublishedTerm term, String found, String expected, String version) {
    return Message.of(
        words, "term", term.name(), "found", found, "expected", expected, "version", version);
  }
}
