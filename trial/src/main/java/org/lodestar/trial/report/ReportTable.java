package org.lodestar.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lodestar.trial.fact.Words;

/**
 * A table of a report as a value: what a page, a document and a file show alike.
 *
 * @param key stable name of the table, {@code adverse-events}
 * @param note the denominators and definitions in words, below the table
 */
public record ReportTable(
    String key, Words title, Words note, List<Column> columns, List<Row> rows) {

  /** A column; figures stand to the right. */
  public record Column(Words head, boolean figures) {}

  /** What a row is among the others. */
  public enum Kind {
    PLAIN,
    /** Names the rows below it; has its first cell alone. */
    GROUP,
    /** To be read first. */
    MAIN
  }

  /** One row, a cell a column. */
  public record Row(Kind kind, List<Words> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public ReportTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            key + ": a row has a cell a column, " + columns.size() + "; got: " + row.cells());
      }
    }
  }

  static Builder of(String key, String en, String zh) {
    return new Builder(key, new Words(en, zh));
  }

  /** Collects columns and rows. */
  static final class Builder {
    private final String key;
    private final Words title;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Words note = Words.same("");

    Builder(String key, Words title) {
      this.key = key;
      this.title = title;
    }

    Builder text(String en, String zh) {
      columns.add(new Column(new Words(en, zh), false));
      return this;
    }

    Builder figures(Words head) {
      columns.add(new Column(head, true));
      return this;
    }

    Builder figures(String en, String zh) {
      return figures(new Words(en, zh));
    }

    Builder note(Words words) {
      note = words;
      return this;
    }

    Builder row(Words first, Object... rest) {
      return row(Kind.PLAIN, first, rest);
    }

    Builder main(Words first, Object... rest) {
      return row(Kind.MAIN, first, rest);
    }

    Builder group(Words name) {
      Object[] rest = new Object[columns.size() - 1];
      Arrays.fill(rest, "");
      return row(Kind.GROUP, name, rest);
    }

    private Builder row(Kind kind, Words first, Object... rest) {
      List<Words> cells = new ArrayList<>(List.of(first));
      for (Object cell : rest) {
        cells.add(cell instanceof Words words ? words : Words.same(String.valueOf(cell)));
      }
      rows.add(new Row(kind, cells));
      return this;
    }

    ReportTable done() {
      return new ReportTable(key, title, note, columns, rows);
    }
  }
}
