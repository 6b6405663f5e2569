package org.lodestar.radiotherapy.delivery;

import java.util.ArrayList;
import java.util.List;

/** Splits comma-, semicolon- or tab-separated text into rows of cells (RFC 4180 quoting). */
final class SeparatedText {
  private SeparatedText() {}

  static List<List<String>> rows(String text, int mostRows) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    char separator = separator(plain);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (quoted && c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && (c == '\n' || c == '\r')) {
        endRow(rows, row, cell, mostRows);
      } else {
        cell.append(c);
      }
    }
    endRow(rows, row, cell, mostRows);
    return rows;
  }

  private static void endRow(
      List<List<String>> rows, List<String> row, StringBuilder cell, int mostRows) {
    if (row.isEmpty() && cell.isEmpty()) {
      return;
    }
    row.add(cell.toString());
    cell.setLength(0);
    rows.add(List.copyOf(row));
    row.clear();
    if (rows.size() > mostRows) {
      throw new IllegalArgumentException("more than " + mostRows + " rows");
    }
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
  }
}
