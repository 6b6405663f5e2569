package org.lodestar.app.web;

import java.util.List;

/**
 * The readings of one participant's images side by side.
 *
 * @param refused why the reader of the page may not see them; empty when she may
 * @param columns who read; the last ones are the independent readers
 * @param visits one line an assessment
 * @param figures what follows from each reading
 * @param standing whose reading stands, or why none does yet
 * @param endpoints on which reading the endpoints rest
 */
record ReadersView(
    String code,
    String number,
    String refused,
    List<Column> columns,
    List<Line> visits,
    List<Line> figures,
    List<Difference> differences,
    Standing standing,
    String endpoints,
    Asked asked,
    List<String> problems) {

  /**
   * One reader.
   *
   * @param stands whether hers is the independent reading that stands
   */
  record Column(String key, String name, boolean stands) {}

  /**
   * One line of the table.
   *
   * @param differs whether the two independent readers differ in it
   */
  record Line(String name, String day, boolean differs, List<Cell> cells) {}

  record Cell(String text, String why) {}

  record Difference(String says, String why) {}

  record Standing(boolean known, String says, String why) {}

  /**
   * What an adjudicator is asked.
   *
   * @param open whether she must choose, or choose again
   * @param moved whether readings changed since she chose
   * @param inputs the digest of what is shown; empty when nothing is asked
   * @param mayNot why the chosen role may not choose; empty when it may
   * @param seq the fact of the last choice, or 0
   */
  record Asked(
      boolean open,
      boolean moved,
      String inputs,
      String mayNot,
      String says,
      long seq,
      List<Column> choices) {}

  static ReadersView refused(String code, String number, String refused) {
    return new ReadersView(
        code,
        number,
        refused,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Standing(false, "", ""),
        "",
        new Asked(false, false, "", "", "", 0, List.of()),
        List.of());
  }
}
