package org.lodestar.app.web;

import java.util.List;

/**
 * An endpoint of all enrolled at one moment, with the courses of the participants.
 *
 * @param allowed whether the chosen role may see efficacy
 * @param whyNot why not, and who may
 * @param reason why there is no curve yet; empty when there is one
 * @param endpoint {@code pfs} or {@code os}
 * @param figures the pictures, each with what stands beside it
 * @param order in which pictures and table list the participants; empty for each its own
 */
record EfficacyView(
    boolean allowed,
    String whyNot,
    String reason,
    String endpoint,
    String title,
    List<Key> keys,
    List<Figure> figures,
    TableView response,
    TableView courses,
    String order) {

  /**
   * A figure to be read first.
   *
   * @param why address of the question why; empty without
   */
  record Key(String label, String figure, String unit, String context, String why) {}

  /**
   * A picture, its twin and its files.
   *
   * @param name in the addresses of its files
   * @param says what is drawn and of whom
   * @param svg the picture for each width
   * @param legend whether the colours of responses are explained beside it
   * @param twin the same numbers; null where the table of courses is the twin
   */
  record Figure(
      String name,
      String title,
      String says,
      String svg,
      boolean legend,
      @org.jspecify.annotations.Nullable TableView twin) {}

  private static final TableView NO_TABLE = new TableView("", "", List.of(), List.of());

  static EfficacyView refused(String whyNot) {
    return new EfficacyView(
        false, whyNot, "", "pfs", "", List.of(), List.of(), NO_TABLE, NO_TABLE, "");
  }

  static EfficacyView without(String endpoint, String title, String reason) {
    return new EfficacyView(
        true, "", reason, endpoint, title, List.of(), List.of(), NO_TABLE, NO_TABLE, "");
  }
}
