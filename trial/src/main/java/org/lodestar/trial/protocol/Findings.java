package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;

/** All findings about a folder, in the order of file and line. */
public record Findings(List<Finding> all) {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding finding) -> finding.place().file())
          .thenComparingInt(finding -> finding.place().line());

  public static final Findings NONE = new Findings(List.of());

  public Findings {
    all = all.stream().sorted(BY_PLACE).toList();
  }

  public List<Finding> errors() {
    return all.stream().filter(Finding::isError).toList();
  }

  public List<Finding> notes() {
    return all.stream().filter(finding -> !finding.isError()).toList();
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(Finding::isError);
  }

  public Findings and(Findings more) {
    List<Finding> both = new ArrayList<>(all);
    both.addAll(more.all);
    return new Findings(both);
  }

  /** Collects findings while a folder is read, so that all of them are reported at once. */
  static final class Builder {
    private final List<Finding> found = new ArrayList<>();

    /** Names and values fill the places of the rule's sentence. */
    void error(Rule rule, Place place, Object... namesAndValues) {
      add(Finding.Severity.ERROR, rule, place, namesAndValues);
    }

    void note(Rule rule, Place place, Object... namesAndValues) {
      add(Finding.Severity.NOTE, rule, place, namesAndValues);
    }

    private void add(Finding.Severity severity, Rule rule, Place place, Object... namesAndValues) {
      found.add(new Finding(severity, rule, Message.of(rule.words(), namesAndValues), place));
    }

    void addAll(Findings findings) {
      found.addAll(findings.all());
    }

    boolean hasErrors() {
      return found.stream().anyMatch(Finding::isError);
    }

    Findings build() {
      return new Findings(found);
    }
  }
}
