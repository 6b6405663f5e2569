package org.lodestar.app.web;

import java.util.List;

/**
 * The design of the trial: how many, by which method, and what that number can show.
 *
 * @param open whether the protocol leaves part of the design open, so that there is nothing to show
 * @param warning what changes the reading of the number; empty when nothing does
 */
record DesignView(
    boolean open,
    String says,
    List<EfficacyView.Key> keys,
    String warning,
    String warningWhy,
    TableView methods,
    String plot,
    TableView powerTable,
    String flatWarning,
    TableView flatTable) {
  private static final TableView NO_TABLE = new TableView("", "", List.of(), List.of());

  static DesignView withoutAnswer() {
    return new DesignView(true, "", List.of(), "", "", NO_TABLE, "", NO_TABLE, "", NO_TABLE);
  }
}
