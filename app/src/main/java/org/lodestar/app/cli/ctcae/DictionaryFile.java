package org.lodestar.app.cli.ctcae;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.JsonFile;
import org.lodestar.app.exchange.Workbook;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.PublishedTerm;

/**
 * NCI's dictionary as a file: its spreadsheet (.xlsx), the same columns as CSV, or the same as JSON
 * {@code {"terms": [{"soc", "term", "grades": {"1": ...}, "definition"}]}}. They are told apart by
 * sight.
 *
 * @param named the versions of CTCAE that its headings, sheets or title name
 */
record DictionaryFile(List<String> named, List<PublishedTerm> terms) {
  private static final Pattern VERSION =
      Pattern.compile(
          "CTCAE[^0-9v]{0,3}v(?:ersion)? ?(\\d+(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);
  private static final String SOC = "soc";
  private static final String TERM = "term";
  private static final String DEFINITION = "definition";
  private static final String GRADE = "grade";
  private static final int GRADES = 5;
  private static final Words DAMAGED =
      new Words("the archive or a part of it is damaged", "压缩包或其中部件已损坏");
  private static final Words UNEVEN =
      new Words("a row has not as many cells as the heading", "某行的单元格数与表头不符");

  /**
   * @throws org.lodestar.app.cli.Failure when it is no such file, or cannot be read to its end
   */
  static DictionaryFile read(Path file, byte[] bytes) {
    try {
      if (Workbook.isZip(bytes)) {
        return ofWorkbook(file, Workbook.read(bytes));
      }
      return isJson(bytes) ? ofJson(file, JsonFile.object(file, bytes)) : ofCsv(file, bytes);
    } catch (IOException e) {
      throw CtcaeRule.BROKEN.because(e, "file", file, "detail", DAMAGED);
    }
  }

  private static boolean isJson(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().startsWith("{");
  }

  private static DictionaryFile ofWorkbook(Path file, Workbook book) {
    for (List<List<String>> rows : book.sheets()) {
      if (!rows.isEmpty() && isHeading(rows.getFirst())) {
        List<String> said = new ArrayList<>(book.names());
        said.addAll(rows.getFirst());
        return of(said, rows.getFirst(), rows.subList(1, rows.size()));
      }
    }
    throw CtcaeRule.NOT_CTCAE.failure("file", file);
  }

  private static DictionaryFile ofCsv(Path file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<String> heading =
        List.of(text.lines().findFirst().orElse("").replace("\"", "").split(",", -1));
    if (!isHeading(heading)) {
      throw CtcaeRule.NOT_CTCAE.failure("file", file);
    }
    try {
      List<List<String>> rows = new ArrayList<>();
      for (Map<String, String> row : CsvTable.parse(bytes).rows()) {
        rows.add(heading.stream().map(name -> row.getOrDefault(name.trim(), "")).toList());
      }
      return of(heading, heading, rows);
    } catch (IllegalArgumentException e) {
      throw CtcaeRule.BROKEN.because(e, "file", file, "detail", UNEVEN);
    }
  }

  private static boolean isHeading(List<String> cells) {
    List<String> keys = cells.stream().map(DictionaryFile::key).toList();
    return keys.contains(SOC) && keys.contains(TERM) && keys.contains(GRADE + GRADES);
  }

  private static DictionaryFile of(
      List<String> said, List<String> heading, List<List<String>> rows) {
    List<String> keys = heading.stream().map(DictionaryFile::key).toList();
    List<PublishedTerm> terms = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> cells = new TreeMap<>();
      for (int i = 0; i < Math.min(row.size(), keys.size()); i++) {
        cells.put(keys.get(i), tidy(row.get(i)));
      }
      if (!cells.getOrDefault(TERM, "").isEmpty()) {
        terms.add(term(cells));
      }
    }
    return new DictionaryFile(versions(said), terms);
  }

  private static PublishedTerm term(Map<String, String> cells) {
    SortedMap<Integer, String> grades = new TreeMap<>();
    for (int grade = 1; grade <= GRADES; grade++) {
      String text = cells.getOrDefault(GRADE + grade, "");
      if (!text.isEmpty()) {
        grades.put(grade, text);
      }
    }
    return new PublishedTerm(
        cells.getOrDefault(TERM, ""),
        cells.getOrDefault(SOC, ""),
        grades,
        cells.getOrDefault(DEFINITION, ""));
  }

  private static DictionaryFile ofJson(Path file, Map<String, Object> document) {
    if (!(document.get("terms") instanceof List<?> list)) {
      throw CtcaeRule.NOT_CTCAE.failure("file", file);
    }
    List<PublishedTerm> terms = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof Map<?, ?> term) || !(term.get("grades") instanceof Map<?, ?> grades)) {
        throw CtcaeRule.NOT_CTCAE.failure("file", file);
      }
      Map<String, String> cells = new TreeMap<>();
      cells.put(TERM, text(term.get("term")));
      cells.put(SOC, text(term.get("soc")));
      cells.put(DEFINITION, text(term.get("definition")));
      grades.forEach((grade, text) -> cells.put(GRADE + grade, text(text)));
      terms.add(term(cells));
    }
    return new DictionaryFile(versions(List.of(text(document.get("title")))), terms);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : tidy(value.toString());
  }

  /** White space made single; a dash stands for nothing. */
  private static String tidy(String text) {
    String tidy = text.replaceAll("[\\s\\u00A0]+", " ").strip();
    return tidy.equals("-") || tidy.equals("–") ? "" : tidy;
  }

  /** What a column holds, whatever the publisher's spelling of its heading. */
  private static String key(String heading) {
    String bare = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (bare) {
      case "meddrasoc", "ctcaesoc", "soc" -> SOC;
      case "ctcaeterm", "term" -> TERM;
      case "ctcaetermdefinition", "definition" -> DEFINITION;
      default -> bare.replaceFirst("^ctcaev\\d+term$", TERM).replaceFirst("^ctcaev\\d+soc$", SOC);
    };
  }

  private static List<String> versions(List<String> said) {
    return said.stream()
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(found -> "CTCAE v" + found.group(1))
        .distinct()
        .collect(Collectors.toList());
  }
}
