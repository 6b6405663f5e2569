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
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Origin;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Termination;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Reads the delivery list of a record-and-verify system: one row per beam and session.
 *
 * <p>The headings, in English or Chinese, stand in the first row or below a title; date and
 * fraction are needed; time, beam, planned and delivered monitor units, machine, plan and status
 * are read when present. A date may carry the time. A row that cannot be read becomes a finding and
 * is left out.
 */
public final class DeliveryList {
  private static final int MOST_ROWS = 100_000;

  private static final int MOST_DIGITS = 40;

  /** Rows above the headings: a title, the patient, the day of the export. */
  private static final int MOST_ABOVE = 30;

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

  /**
   * Reads rows of cells; what stands above the headings is passed over.
   *
   * @throws IllegalArgumentException without columns for date and fraction
   */
  public static Result read(String source, List<List<String>> rows) {
    OptionalInt heading = headingRow(rows);
    if (heading.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no row of the first %d has headings for date and fraction; the first row is %s"
              .formatted(source, MOST_ABOVE, rows.isEmpty() ? "missing" : rows.getFirst()));
    }
    DeliveryList list = new DeliveryList(source);
    list.columns.putAll(columns(rows.get(heading.getAsInt())));
    for (int row = heading.getAsInt() + 1; row < rows.size(); row++) {
      list.row(row + 1, rows.get(row));
    }
    return new Result(list.records(), list.findings);
  }

  /** Whether rows of cells have headings for date and fraction. */
  public static boolean isList(List<List<String>> rows) {
    return headingRow(rows).isPresent();
  }

  private static OptionalInt headingRow(List<List<String>> rows) {
    return IntStream.range(0, Math.min(rows.size(), MOST_ABOVE))
        .filter(row -> columns(rows.get(row)).keySet().containsAll(Set.of("date", "fraction")))
        .findFirst();
  }

  private static Map<String, Integer> columns(List<String> cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String heading = cells.get(i).strip().toLowerCase(Locale.ROOT).replace('_', ' ');
      for (Map.Entry<String, List<String>> each : HEADINGS.entrySet()) {
        if (each.getValue().contains(heading)) {
          columns.putIfAbsent(each.getKey(), i);
        }
      }
    }
    return columns;
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
              date(day(cells)),
              timeOfDay(cells),
              Integer.parseInt(cell(cells, "fraction").orElse("")),
              cell(cells, "machine"));
      boolean hasBeams = columns.containsKey("beam") && columns.containsKey("delivered");
      Optional<BeamDelivery> beam = hasBeams ? Optional.of(beam(cells)) : Optional.empty();
      firstRows.putIfAbsent(key, number);
      beam.ifPresent(sessions.computeIfAbsent(key, k -> new ArrayList<>())::add);
    } catch (DateTimeException | NumberFormatException e) {
      findings.add(
          new Finding(
              FindingCode.RECORD_LINE_INVALID,
              source,
              Integer.toString(number),
              String.join(" | ", cells)));
    }
  }

  private String day(List<String> cells) {
    String text = cell(cells, "date").orElse("");
    int end = firstSpace(text);
    return end < 0 ? text : text.substring(0, end);
  }

  private Optional<LocalTime> timeOfDay(List<String> cells) {
    String date = cell(cells, "date").orElse("");
    int end = firstSpace(date);
    return cell(cells, "time")
        .or(() -> end < 0 ? Optional.empty() : Optional.of(date.substring(end + 1).strip()))
        .map(DeliveryList::time);
  }

  /** Where the day ends and the time begins. */
  private static int firstSpace(String text) {
    int space = text.indexOf(' ');
    return space >= 0 ? space : text.indexOf('T');
  }

  private BeamDelivery beam(List<String> cells) {
    return new BeamDelivery(
        Integer.parseInt(cell(cells, "beam").orElse("")),
        false,
        cell(cells, "planned").map(DeliveryList::monitorUnits),
        cell(cells, "delivered").map(DeliveryList::monitorUnits),
        cell(cells, "status").map(DeliveryList::termination).orElse(Termination.UNKNOWN));
  }

  /** A number of monitor units; one written with a monstrous exponent is none. */
  private static BigDecimal monitorUnits(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new NumberFormatException(text);
    }
    return number;
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
