package org.lodestar.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.exchange.Workbook;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.delivery.DeliveryList;
import org.lodestar.radiotherapy.delivery.ListedPlans;
import org.lodestar.radiotherapy.delivery.OverallTime;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was delivered, from treatment records or a delivery list, against plan and calendar. */
@Command(name = "delivery")
final class RtDelivery implements Verb {
  private static final double ALPHA_BETA_GY = 10;

  private static final Words NOT_A_LIST =
      new Words(
          "{file} is no delivery list: no sheet has headings for date and fraction among its first"
              + " 30 rows (Date, Fraction; also Time, Beam, Planned MU, Delivered MU, Machine,"
              + " Plan, Status)",
          "{file} 不是照射清单：前 30 行中没有“日期”和“分次”表头（另可有时间、射野、计划跳数、实际跳数、加速器、计划、状态）");
  private static final Words DAMAGED =
      new Words(
          "{file} cannot be read: the workbook is damaged or larger than is read (128 MB unpacked,"
              + " 4,000,000 cells); export it again, or as CSV",
          "无法读取 {file}：工作簿已损坏或超出读取上限（解压后 128 MB、4,000,000 个单元格）；请重新导出，或导出为 CSV");
  private static final Words OLD =
      new Words(
          "{file} is an Excel file of before 2007 or behind a password; save it as .xlsx without a"
              + " password, or as CSV",
          "{file} 是 2007 年之前的 Excel 文件或设有密码；请另存为无密码的 .xlsx 或 CSV");
  private static final Words WITHOUT_PLAN =
      new Words(
          "no plan in hand: a whole fraction counts as {dose} Gy, shared among its beams by their"
              + " planned monitor units",
          "未提供计划：一次完整照射按 {dose} Gy 计，按计划跳数分配到各射野");

  @Parameters(paramLabel = "DIR|FILE", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--list", paramLabel = "FILE")
  @Nullable Path list;

  @Option(names = "--fractions", paramLabel = "N", defaultValue = "25")
  int fractions;

  @Option(names = "--fraction-dose", paramLabel = "GY", defaultValue = "1.8")
  BigDecimal fractionDoseGy;

  @Option(names = "--regrowth", paramLabel = "GY", defaultValue = "0.9")
  double regrowthGyPerDay;

  @Option(names = "--regrowth-after", paramLabel = "DAYS", defaultValue = "28")
  int regrowthAfterDays;

  @Option(names = "--day-off", paramLabel = "DATE", split = ",")
  Set<LocalDate> daysOff = Set.of();

  @Override
  public Answer run(Session session) throws IOException {
    return Files.isRegularFile(folder) ? ofList(session) : ofFolder(session);
  }

  /** A list alone: what was given when, with the plans that it lets one assume. */
  private Answer ofList(Session session) throws IOException {
    DeliveryList.Result parsed = parse(session, folder);
    if (parsed.records().isEmpty()) {
      return report(session, null, parsed.findings());
    }
    List<Plan> plans = ListedPlans.of(parsed.records(), fractionDoseGy, fractions);
    DeliveredCourse course = derive(plans, parsed.records());
    List<Finding> findings = new ArrayList<>(parsed.findings());
    findings.addAll(course.findings());
    return report(session, course, findings);
  }

  private Answer ofFolder(Session session) throws IOException {
    RtFolder read = RtFolder.read(folder, OverlapRule.ASK);
    if (read.rt().plans().isEmpty()) {
      throw read.missing("RTPLAN");
    }
    List<TreatmentRecord> records = new ArrayList<>(read.rt().records());
    List<Finding> findings = new ArrayList<>(read.rt().findings());
    if (list != null) {
      DeliveryList.Result parsed = parse(session, list);
      records.addAll(parsed.records());
      findings.addAll(parsed.findings());
    }
    DeliveredCourse course = derive(read.rt().plans(), records);
    findings.addAll(course.findings());
    return report(session, course, findings);
  }

  private DeliveredCourse derive(List<Plan> plans, List<TreatmentRecord> records) {
    return Delivery.derive(
        plans, records, fractions, day -> RtCheck.isWeekday(day) && !daysOff.contains(day));
  }

  private Answer report(Session session, @Nullable DeliveredCourse course, List<Finding> findings) {
    ObjectNode document = session.document();
    Answer.Builder answer = Answer.with(document);
    if (course != null) {
      describe(session, course, document, answer);
      if (Files.isRegularFile(folder)) {
        answer.line(
            Message.of(WITHOUT_PLAN, "dose", fractionDoseGy.toPlainString())
                .in(session.language()));
      }
    }
    RtFolder.report(session, findings, document, answer);
    boolean nothing = course == null || course.fractions().isEmpty();
    return answer.exit(nothing ? Exit.NOT_FOUND : Exit.OK).done();
  }

  /** The list of the record-and-verify system, as a workbook or as separated text. */
  private static DeliveryList.Result parse(Session session, Path file) throws IOException {
    byte[] bytes = session.read(file);
    String name = file.getFileName().toString();
    if (Workbook.isCompoundFile(bytes)) {
      throw new Failure(Exit.INVALID, Message.of(OLD, "file", name));
    }
    try {
      return Workbook.isZip(bytes)
          ? DeliveryList.read(name, sheet(name, bytes))
          : DeliveryList.parse(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.INVALID, Message.of(NOT_A_LIST, "file", name), e);
    }
  }

  /** The first sheet with the headings of a list. */
  private static List<List<String>> sheet(String name, byte[] bytes) {
    try {
      return Workbook.read(bytes).sheets().stream()
          .filter(DeliveryList::isList)
          .findFirst()
          .orElse(List.of());
    } catch (IOException e) {
      throw new Failure(Exit.INVALID, Message.of(DAMAGED, "file", name), e);
    }
  }

  private void describe(
      Session session, DeliveredCourse course, ObjectNode document, Answer.Builder answer) {
    ArrayNode list = document.putArray("fractions");
    List<List<String>> rows = new ArrayList<>();
    for (DeliveredFraction fraction : course.fractions()) {
      String dose = fraction.doseGy().stripTrailingZeros().toPlainString();
      list.addObject()
          .put("sequence", fraction.sequence())
          .put("plan", fraction.planLabel())
          .put("number", fraction.number())
          .put("status", fraction.status().name())
          .put("doseGy", dose)
          .put("first", fraction.first().toString())
          .put("last", fraction.last().toString());
      rows.add(
          List.of(
              Integer.toString(fraction.sequence()),
              fraction.first().toString(),
              fraction.planLabel(),
              fraction.status().name(),
              dose,
              String.join(", ", fraction.machines())));
    }
    answer.table(
        List.of(
            "#",
            session.say("day", "日期"),
            session.say("plan", "计划"),
            session.say("status", "状态"),
            "Gy",
            session.say("machine", "机器")),
        rows);
    document.put("sessions", course.sessions());
    document.put("deliveredGy", course.deliveredGy().stripTrailingZeros().toPlainString());
    document.put("wholeFractions", course.wholeFractions());
    ArrayNode gaps = document.putArray("gaps");
    course.gaps().forEach(day -> gaps.add(day.toString()));
    course.overall().ifPresent(o -> overall(session, course, o, document, answer));
  }

  private void overall(
      Session session,
      DeliveredCourse course,
      OverallTime overall,
      ObjectNode document,
      Answer.Builder answer) {
    long whole = Math.max(1, course.wholeFractions());
    double perFraction = course.deliveredGy().doubleValue() / whole;
    double bed = LinearQuadratic.bedGy((double) whole, perFraction, ALPHA_BETA_GY);
    Repopulation assumed = new Repopulation(regrowthGyPerDay, regrowthAfterDays);
    double corrected = bed - assumed.lostGy(overall.days());
    document
        .putObject("overall")
        .put("first", overall.first().toString())
        .put("last", overall.last().toString())
        .put("days", overall.days())
        .put("plannedDays", overall.plannedDays())
        .put("extraDays", overall.extraDays())
        .put("bed10Gy", bed)
        .put("timeCorrectedBed10Gy", corrected)
        .put("assumptions", "alpha/beta 10 Gy, " + assumed.text());
    String text =
        session.say(
            "%s fractions, %s Gy, %d days (planned for this start %d); BED10 %.2f Gy, %.2f Gy with",
            "%s 次，%s Gy，共 %d 天（按此开始日计划 %d 天）；BED10 %.2f Gy，计入时间后 %.2f Gy，假设");
    answer.line(
        text.formatted(
                course.wholeFractions(),
                course.deliveredGy().stripTrailingZeros().toPlainString(),
                overall.days(),
                overall.plannedDays(),
                bed,
                corrected)
            + " "
            + assumed.text());
  }
}
