package org.lodestar.app.web;

import java.util.List;

/**
 * Progression-free survival of all enrolled at one moment.
 *
 * @param allowed whether the chosen role may see efficacy
 * @param whyNot why not, and who may
 * @param reason why there is no curve yet; empty when there is one
 */
record EfficacyView(
    boolean allowed,
    String whyNot,
    String reason,
    int participants,
    int events,
    String landmark,
    String landmarkSays,
    String median,
    String response,
    String responseSays,
    String plot,
    List<Line> lines,
    List<Best> best) {

  /** One line of the table that twins the plot. */
  record Line(int month, int atRisk, int events, String survival, String interval) {}

  /** How many have a best response. */
  record Best(String response, int count, String percent) {}

  static EfficacyView refused(String whyNot) {
    return new EfficacyView(false, whyNot, "", 0, 0, "", "", "", "", "", "", List.of(), List.of());
  }
}
