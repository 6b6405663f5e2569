package org.lodestar.app.web;

import java.util.List;
import java.util.Locale;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.report.ReportTable;

/** A table of a report in one language, as the pages show it. */
record TableView(String title, String note, List<Column> columns, List<Row> rows) {
  record Column(String head, boolean figures) {}

  /** One row; its kind is the class of the row. */
  record Row(String kind, List<Cell> cells) {}

  record Cell(String text, boolean figures) {}

  static TableView of(ReportTable table, Language language) {
    List<Column> columns =
        table.columns().stream().map(c -> new Column(c.head().in(language), c.figures())).toList();
    return new TableView(
        table.title().in(language),
        table.note().in(language),
        columns,
        table.rows().stream().map(row -> row(row, columns, language)).toList());
  }

  private static Row row(ReportTable.Row row, List<Column> columns, Language language) {
    List<Cell> cells = new java.util.ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(new Cell(row.cells().get(i).in(language), columns.get(i).figures()));
    }
    return new Row(row.kind().name().toLowerCase(Locale.ROOT), cells);
  }
}
