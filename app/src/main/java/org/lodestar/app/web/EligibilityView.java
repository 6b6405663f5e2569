package org.lodestar.app.web;

import java.util.List;

/**
 * What the page of one participant's eligibility shows.
 *
 * @param name number of enrolment, else the code of the screening
 * @param standing where she stands in the register
 * @param says the sentence of all criteria together
 * @param canEnrol whether this reader may enrol her now, if the rules let him
 * @param problems why the last attempt was refused
 */
record EligibilityView(
    String code,
    String name,
    String standing,
    String says,
    List<Group> groups,
    boolean canEnrol,
    List<String> problems) {

  /** Criteria that must be met, or that must not be. */
  record Group(String title, List<Line> lines) {}

  /**
   * One criterion.
   *
   * @param shape C when it is met, O when it is not, D when something is missing
   * @param source where the trial's documents say it; empty where the list as a whole has one
   */
  record Line(String shape, String words, String verdict, String source, List<WhyView.Node> why) {}
}
