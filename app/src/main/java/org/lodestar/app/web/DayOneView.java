package org.lodestar.app.web;

import java.util.List;

/**
 * What is proposed and decided for one treatment day of one participant.
 *
 * @param day as {@code yyyy-mm-dd}
 * @param visits treatment visits that can be looked at, the shown one among them
 * @param notWritable why this reader may not decide; empty when she may
 */
record DayOneView(
    String code,
    String number,
    String visit,
    String visitName,
    String day,
    List<VisitLink> visits,
    List<AgentLine> agents,
    String notWritable,
    List<String> problems) {

  record VisitLink(String key, String name, boolean shown) {}

  /** An answer that can be chosen. */
  record Option(String key, String words, boolean chosen) {}

  /**
   * One agent.
   *
   * @param reasons what decided the proposal, a sentence each
   * @param rails what asks for a second person
   * @param why the tree under the proposal
   */
  record AgentLine(
      String key,
      String name,
      String proposed,
      String tone,
      List<String> reasons,
      String dose,
      String doseSays,
      List<String> rails,
      List<WhyView.Node> why,
      Decided decided,
      String digest,
      List<Option> options) {}

  /**
   * What a person decided.
   *
   * @param seq of the fact, 0 while nothing is decided
   * @param moved whether the values behind it changed since
   * @param same whether what is proposed now is still what was proposed then
   */
  record Decided(
      long seq, String words, String second, boolean departs, boolean moved, boolean same) {
    static final Decided NOT_YET = new Decided(0, "", "", false, false, true);
  }
}
