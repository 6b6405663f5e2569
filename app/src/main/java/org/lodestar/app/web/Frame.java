package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;

/**
 * What stands around every page: trial, clock, moment, role, language, tabs, foot.
 *
 * @param waiting how many tasks of the worklist press; 0 also while that is not known yet
 */
public record Frame(
    Language language,
    String theme,
    String trialKey,
    String trialTitle,
    boolean synthetic,
    Workplace.Moment moment,
    List<Workplace.Moment> moments,
    LocalDate today,
    String clock,
    Role role,
    List<Role> roles,
    String here,
    String section,
    int waiting,
    Foot foot) {

  /** The line at the foot of every page. */
  public record Foot(
      long facts,
      String head,
      String bundle,
      String version,
      String software,
      int openDecisions,
      String zone) {}

  /** The tabs, in order; each is a section of the address and a word. */
  public static final List<String> SECTIONS =
      List.of(
          "worklist",
          "overview",
          "participants",
          "safety",
          "efficacy",
          "deviations",
          "design",
          "protocol",
          "audit");

  private static final Words HEAD = new Words("Today", "今日");
  private static final Map<String, Words> CUTS =
      Map.of(
          "Recruiting", new Words("Recruiting", "招募中"),
          "Full", new Words("Full", "满额"),
          "Analysis", new Words("Analysis", "分析"));

  /** What a moment is called in the reader's language. */
  public String momentName(Workplace.Moment of) {
    return of.isHead()
        ? HEAD.in(language)
        : CUTS.getOrDefault(of.name(), Words.same(of.name())).in(language);
  }

  public String roleName(Role of) {
    return TrialWords.capital(of.words().in(language));
  }

  /** What a role of this key is called. */
  public String asRole(String key) {
    return roles.stream()
        .filter(each -> each.key().equals(key))
        .map(this::roleName)
        .findFirst()
        .orElse(key);
  }

  /** What the moment of this name is called. */
  public String atMoment(String name) {
    return moments.stream()
        .filter(each -> each.name().equals(name))
        .map(this::momentName)
        .findFirst()
        .orElse(name);
  }

  public List<String> sections() {
    return SECTIONS;
  }

  /** The letter that goes to a section: the first of its letters that no section before it took. */
  public String letter(String section) {
    Set<String> taken = new HashSet<>();
    for (String each : SECTIONS) {
      String letter =
          each.chars()
              .mapToObj(Character::toString)
              .filter(candidate -> !taken.contains(candidate))
              .findFirst()
              .orElse("");
      if (each.equals(section)) {
        return letter;
      }
      taken.add(letter);
    }
    return "";
  }

  /** Whether something can be entered here: only at the head of the log. */
  public boolean isWritable() {
    return moment.isHead();
  }
}
