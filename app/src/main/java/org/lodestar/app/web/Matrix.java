package org.lodestar.app.web;

import java.util.List;

/**
 * Participants by form.
 *
 * @param groups heads over columns that belong together
 * @param choices kinds of visit that can be looked at by form; the chosen one is marked
 */
record Matrix(
    List<Choice> choices, List<Group> groups, List<Column> columns, List<Row> rows, int enrolled) {

  record Choice(String key, String name, boolean chosen) {}

  record Group(String name, int span) {}

  record Column(String name, boolean first) {}

  /** One participant: screening code, number once enrolled, where she stands. */
  record Row(String code, String number, String standing, List<Cell> cells) {}

  /**
   * One form, or all forms of a kind of visit.
   *
   * @param shape of the state, and its colour
   * @param note why, as a person reads it
   * @param address of the form; empty when there is none yet
   */
  record Cell(
      String shape, String letter, String tint, String note, String address, boolean first) {}
}
