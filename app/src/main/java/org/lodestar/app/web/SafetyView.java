package org.lodestar.app.web;

import java.util.List;

/**
 * What the page of the trial's safety shows.
 *
 * @param clocks reports that the sponsor does not have yet
 * @param disagreements pairs of entries that cannot both be right
 * @param grades laboratory values without an event, of at least the grade asked for
 * @param gradeFrom the lowest grade that is listed
 * @param counts how many of each grade there are, 1 to 4
 * @param late events held for effects of radiotherapy that are late or cannot be told
 * @param units laboratory values whose unit must be asked for
 * @param tables the adverse events in tables
 */
record SafetyView(
    List<SeriousClock> clocks,
    List<FoundLine> disagreements,
    List<FoundLine> grades,
    int gradeFrom,
    List<Integer> counts,
    List<FoundLine> late,
    List<FoundLine> units,
    List<TableView> tables) {}
