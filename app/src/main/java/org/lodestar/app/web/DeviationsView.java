package org.lodestar.app.web;

import java.util.List;

/**
 * What the page of deviations shows.
 *
 * @param severities every severity, the gravest first, with what was found
 * @param tables counts by rule, and the analysis sets
 */
record DeviationsView(List<Severe> severities, List<TableView> tables) {

  /** The deviations of one severity, the latest first. */
  record Severe(String title, List<FoundLine> lines) {}
}
