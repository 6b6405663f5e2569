package org.lodestar.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Prints answers: aligned for a person, tab-separated with {@code --plain}, one JSON document. */
final class Printer {
  private final PrintStream out;

  Printer(PrintStream out) {
    this.out = out;
  }

  void json(JsonNode document) {
    out.println(document.toPrettyString());
  }

  void text(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Line line -> out.println(line.text());
        case Block.Table table -> alignedRows(table).forEach(out::println);
      }
    }
  }

  void plain(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Line line -> out.println(line.text());
        case Block.Table table -> table.rows().forEach(row -> out.println(tabbed(row)));
      }
    }
  }

  private static String tabbed(List<String> cells) {
    return String.join("\t", cells.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList());
  }

  private static List<String> alignedRows(Block.Table table) {
    List<List<String>> all = new ArrayList<>();
    all.add(table.headings());
    all.addAll(table.rows());
    int[] widths =
        IntStream.range(0, table.headings().size())
            .map(column -> all.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return all.stream().map(row -> aligned(row, widths)).toList();
  }

  private static String aligned(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      line.append(cell).repeat(' ', widths[column] - width(cell) + 2);
    }
    return line.toString().stripTrailing();
  }

  /** The columns that a text takes in a terminal: two for each Chinese character. */
  static int width(String text) {
    return text.codePoints().map(Printer::width).sum();
  }

  private static int width(int c) {
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
