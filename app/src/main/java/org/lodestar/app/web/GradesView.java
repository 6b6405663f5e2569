package org.lodestar.app.web;

import java.util.List;

/**
 * What the grades of an event's term mean, as its form shows it.
 *
 * @param termItem the item in which the term stands
 * @param gradeItem the item in which the grade stands
 * @param term the name of the term in both languages; empty while none is chosen
 * @param note why the term cannot stand, or what is lacking; empty when nothing is
 * @param gradeNote why the grade cannot stand; empty when it can
 * @param lines each grade that exists
 * @param source whose words these are
 * @param candidates terms that may be meant by what was typed
 */
record GradesView(
    String termItem,
    String gradeItem,
    String term,
    String note,
    String gradeNote,
    List<Line> lines,
    String source,
    List<Candidate> candidates) {

  /**
   * @param original the imported sentence where the words are ours; empty otherwise
   * @param chosen whether the form has this grade
   */
  record Line(int grade, String words, String original, boolean chosen) {}

  /**
   * @param name under which the term is recorded
   * @param other its name in Chinese; empty where it has none
   */
  record Candidate(String name, String other) {}
}
