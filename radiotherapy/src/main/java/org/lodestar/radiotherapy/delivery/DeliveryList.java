package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Origin;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Termination;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Reads the delivery list of a record-and-verify system: one row per beam and session.
 *
 * <p>Columns are found by their headings, in English or Chinese: date and fraction are needed;
 * time, beam, planned and delivered monitor units, machine, plan and status are read when present.
 * A row that cannot be read becomes a finding and is left out.
 */
public final class DeliveryList {
  private static final int MOST_ROWS = 100_000;

  /** Headings by column, lower case. */
  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "date", List.of("date", "treatment date", "日期", "治疗日期"),
          "time", List.of("time", "treatment time", "时间", "治疗时间"),
          "fraction", List.of("fraction", "fx", "fraction number", "分次", "次数", "分次号"),
          "beam", List.of("beam", "beam number", "field", "射野", "射野号"),
          "planned", List.of("planned mu", "specified mu", "planned meterset", "计划跳数", "计划mu"),
          "delivered", List.of("delivered mu", "actual mu", "mu", "实际跳数", "执行跳数", "实际mu"),
          "machine", List.of("machine", "linac", "加速器", "机器"),
          "plan", List.of("plan uid", "plan", "计划", "计划uid"),
          "status", List.of("status", "termination", "状态"));

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT));

  /**
   * What was read.
   *
   * @param records sessions, beams of one fraction and time together
   * @param findings rows that could not be read
   */
  public record Result(List<TreatmentRecord> records, List<Finding> findings) {
    public Result {
      records = List.copyOf(records);
      findings = List.copyOf(findings);
    }
  }

  private record SessionKey(
      Optional<String> plan,
      LocalDate date,
      Optional<LocalTime> time,
      int fraction,
      Optional<String> machine) {}

  private final String source;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<SessionKey, List<BeamDelivery>> sessions = new java.util.LinkedHashMap<>();
  private final Map<SessionKey, Integer> firstRows = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private DeliveryList(String source) {
    this.source = source;
  }

  /**
   * Reads comma-, semicolon- or tab-separated text with one heading row.
   *
   * @param source the file's name, for evidence
   * @throws IllegalArgumentException without columns for date and fraction
   */
  public static Result parse(String source, String text) {
    return read(source, SeparatedText.rows(text, MOST_ROWS));
  }

  /** Reads rows of cells, heading row first. */
  public static Result read(String source, List<List<String>> rows) {
    DeliveryList list = new DeliveryList(source);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(source + ": no heading row");
    }
    list.headings(rows.getFirst());
    for (int row = 1; row < rows.size(); row++) {
      list.row(row + 1, rows.get(row));
    }
    return new Result(list.records(), list.findings);
  }

  private void headings(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String heading = cells.get(i).strip().toLowerCase(Locale.ROOT).replace('_', ' ');
      int column = i;
      HEADINGS.forEach(
          (key, names) -> {
            if (names.contains(heading)) {
              columns.putIfAbsent(key, column);
            }
          });
    }
    if (!columns.containsKey("date") || !columns.containsKey("fraction")) {
      throw new IllegalArgumentException(
          "%s: headings %s: columns for date and fraction are needed".formatted(source, cells));
    }
  }

  private Optional<String> cell(List<String> cells, String key) {
    Integer column = columns.get(key);
    return column == null || column >= cells.size() || cells.get(column).isBlank()
        ? Optional.empty()
        : Optional.of(cells.get(column).strip());
  }

  private void row(int number, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      SessionKey key =
          new SessionKey(
              cell(cells, "plan"),
              date(cell(cells, "date").orElse("")),
              cell(cells, "time").map(DeliveryList::time),
              Integer.parseInt(cell(cells, "fraction").orElse("")),
              cell(cells, "machine"));
      firstRows.putIfAbsent(key, number);
      List<BeamDelivery> beams = sessions.computeIfAbsent(key, k -> new ArrayList<>());
      if (columns.containsKey("beam") && columns.containsKey("delivered")) {
        beams.add(beam(cells));
      }
    } catch (DateTimeException | NumberFormatException e) {
      findings.add(
          new Finding(
              FindingCode.RECORD_LINE_INVALID,
              source + " row " + number,
              String.join(" | ", cells)));
    }
  }

  private BeamDelivery beam(List<String> cells) {
    return new BeamDelivery(
        Integer.parseInt(cell(cells, "beam").orElse("")),
        false,
        cell(cells, "planned").map(BigDecimal::new),
        cell(cells, "delivered").map(BigDecimal::new),
        cell(cells, "status").map(DeliveryList::termination).orElse(Termination.UNKNOWN));
  }

  private static Termination termination(String text) {
    for (Termination termination : Termination.values()) {
      if (termination.name().equalsIgnoreCase(text)) {
        return termination;
      }
    }
    return Termination.UNKNOWN;
  }

  private static LocalDate date(String text) {
    DateTimeException last = new DateTimeException("no date");
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeException e) {
        last = e;
      }
    }
    throw last;
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private List<TreatmentRecord> records() {
    List<TreatmentRecord> records = new ArrayList<>();
    sessions.forEach(
        (key, beams) ->
            records.add(
                new TreatmentRecord(
                    source + " row " + firstRows.get(key),
                    Origin.RECORD_AND_VERIFY,
                    key.plan,
                    key.date,
                    key.time,
                    key.fraction,
                    key.machine,
                    beams)));
    return records;
  }
}
