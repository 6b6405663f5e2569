package org.lodestar.trial.safety;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the term that a person means: in a version of CTCAE, or among events beside it. */
public record TermFinder(Ctcae ctcae) {

  /** The term of an English name, whatever its capitals. */
  public Optional<CtcaeTerm> named(String name) {
    String wanted = name.strip();
    return ctcae
        .term(wanted)
        .or(
            () ->
                StudyTerms.all().stream()
                    .filter(term -> term.name().equalsIgnoreCase(wanted))
                    .findFirst());
  }

  /** Whether the term belongs to the dictionary itself. */
  public boolean isOfDictionary(CtcaeTerm term) {
    return ctcae.term(term.name()).isPresent();
  }

  /**
   * Terms by English words, Chinese, pinyin or initials, the likeliest first. Several English words
   * need not stand together.
   */
  public List<CtcaeTerm> search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<CtcaeTerm> found = new LinkedHashSet<>(beside(wanted));
    found.addAll(ctcae.search(wanted));
    if (found.isEmpty()) {
      found.addAll(ofEveryWord(wanted.split("\\s+", -1)));
    }
    return List.copyOf(found);
  }

  private static List<CtcaeTerm> beside(String wanted) {
    return StudyTerms.all().stream().filter(term -> StudyTerms.matches(term, wanted)).toList();
  }

  private List<CtcaeTerm> ofEveryWord(String[] words) {
    List<CtcaeTerm> found = new ArrayList<>(ctcae.search(words[0]));
    for (String word : words) {
      found.retainAll(ctcae.search(word));
    }
    return found;
  }
}
