package org.lodestar.app.web;

import java.util.List;

/**
 * Participants by form.
 *
 * @param choices kinds of visit that can be looked at by form; the chosen one is marked
 * @param filters which participants can be shown; the chosen one is marked
 * @param legend the states, the first that applies is shown
 * @param groups heads over columns that belong together
 * @param byForm whether a cell is one form; otherwise it stands for several
 * @param rows of the table, as markup
 * @param shown how many rows
 */
record Matrix(
    List<Choice> choices,
    List<Filter> filters,
    List<Legend> legend,
    List<Group> groups,
    List<Column> columns,
    boolean byForm,
    String rows,
    int shown,
    int enrolled,
    int others) {

  /** A state of a form, in the order in which one is shown. */
  record Legend(String shape, String name) {}

  record Choice(String key, String name, boolean chosen) {}

  record Filter(String key, String name, long number, boolean chosen) {}

  /**
   * @param key of the visit, for a link to it; empty when there is nothing more to see
   */
  record Group(String name, String key, int span) {}

  /**
   * @param key of the visit, for a link to it; empty when there is nothing more to see
   */
  record Column(String name, String key, boolean first) {}
}
