package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;

/** What stands around every page: trial, clock, moment, role, language, tabs, foot. */
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
    Foot foot) {

  /** The line at the foot of every page. */
  public record Foot(
      long facts, String head, String bundle, String version, String software, int openDecisions, String zone) {}

  /** The tabs, in order; each is a section of the address and a word. */
  public static final List<String> SECTIONS =
      List.of("overview", "participants", "efficacy", "design", "protocol", "audit");

  public List<String> sections() {
    return SECTIONS;
  }

  /** Whether something can be entered here: only at the head of the log. */
  public boolean isWritable() {
    return moment.isHead();
  }
}
