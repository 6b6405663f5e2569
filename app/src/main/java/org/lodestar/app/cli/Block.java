package org.lodestar.app.cli;

import java.util.List;

/** A piece of what a command prints for a person. */
public sealed interface Block {

  /** One line of text. */
  record Line(String text) implements Block {}

  /**
   * Rows under headings. For a person the columns are aligned; with {@code --plain} a row is one
   * line with tabs between its cells, for {@code grep} and {@code cut}.
   */
  record Table(List<String> headings, List<List<String>> rows) implements Block {
    public Table {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = headings.size();
      for (List<String> row : rows) {
        if (row.size() != columns) {
          throw new IllegalArgumentException(
              "a row has as many cells as there are headings, " + columns + "; got: " + row);
        }
      }
    }
  }
}
