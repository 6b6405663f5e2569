package org.lodestar.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A CSV file (RFC 4180, UTF-8, with or without byte order mark) with a heading line. */
public final class CsvTable {
  private final List<String> headings;
  private final List<List<String>> rows;
  private final List<Integer> lines;

  private CsvTable(List<String> headings, List<Line> rows) {
    this.headings = headings;
    this.rows = rows.stream().map(Line::cells).toList();
    this.lines = rows.stream().map(Line::number).toList();
  }

  /**
   * One line of cells.
   *
   * @param number of the line of the file on which it begins, from 1
   */
  private record Line(int number, List<String> cells) {}

  public static CsvTable parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<Line> lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    lines.removeIf(line -> line.cells().size() == 1 && line.cells().getFirst().isBlank());
    if (lines.size() < 2) {
      throw new IllegalArgumentException(
          "the file has " + lines.size() + " lines; legal: a heading and at least one row");
    }
    List<String> headings = lines.getFirst().cells().stream().map(String::trim).toList();
    for (int i = 1; i < lines.size(); i++) {
      int cells = lines.get(i).cells().size();
      if (cells != headings.size()) {
        throw new IllegalArgumentException(
            "row %d has %d cells; legal: %d, as the heading".formatted(i, cells, headings.size()));
      }
    }
    return new CsvTable(headings, lines.subList(1, lines.size()));
  }

  public int size() {
    return rows.size();
  }

  public List<String> headings() {
    return headings;
  }

  /** On which line of the file a row begins; rows count from 0, lines from 1. */
  public int line(int row) {
    return lines.get(row);
  }

  public List<String> texts(String column) {
    int at = headings.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(
          "column is %s; legal: %s".formatted(column, String.join(", ", headings)));
    }
    return rows.stream().map(row -> row.get(at).trim()).toList();
  }

  /** Each row by its headings, in their order; empty cells are left out. */
  public List<Map<String, String>> rows() {
    return rows.stream().map(this::named).toList();
  }

  private Map<String, String> named(List<String> row) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      if (!row.get(i).isBlank()) {
        named.put(headings.get(i), row.get(i).trim());
      }
    }
    return named;
  }

  public double[] numbers(String column) {
    List<String> texts = texts(column);
    double[] numbers = new double[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(texts.get(i));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s in row %d is \"%s\"; legal: a number".formatted(column, i + 1, texts.get(i)), e);
      }
    }
    return numbers;
  }

  public int[] status(String column) {
    double[] numbers = numbers(column);
    int[] status = new int[numbers.length];
    for (int i = 0; i < status.length; i++) {
      if (numbers[i] != 0 && numbers[i] != 1) {
        throw new IllegalArgumentException(
            "%s in row %d is %s; legal: 1 for an event, 0 for censored"
                .formatted(column, i + 1, texts(column).get(i)));
      }
      status[i] = (int) numbers[i];
    }
    return status;
  }

  /** The different labels of a column, sorted. */
  public List<String> levels(String column) {
    return List.copyOf(new TreeSet<>(texts(column)));
  }

  /** Each row's place among {@link #levels}. */
  public int[] codes(String column) {
    List<String> levels = levels(column);
    return texts(column).stream().mapToInt(levels::indexOf).toArray();
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int number = 1;
    int began = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      number += c == '\n' ? 1 : 0;
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        cells.add(take(cell));
      } else if (!quoted && c == '\n') {
        cells.add(take(cell));
        lines.add(new Line(began, cells));
        cells = new ArrayList<>();
        began = number;
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
      cells.add(take(cell));
      lines.add(new Line(began, cells));
    }
    return lines;
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }
}
