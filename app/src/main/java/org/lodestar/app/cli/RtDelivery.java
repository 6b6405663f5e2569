package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.delivery.DeliveryList;
import org.lodestar.radiotherapy.delivery.OverallTime;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was delivered, from treatment records or a delivery list, against plan and calendar. */
@Command(name = "delivery")
final class RtDelivery implements Verb {
  private static final double ALPHA_BETA_GY = 10;
  private static final Repopulation ASSUMED = new Repopulation(0.9, 28);

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--list", paramLabel = "FILE")
  @Nullable Path list;

  @Option(names = "--fractions", paramLabel = "N", defaultValue = "25")
  int fractions;

  @Option(names = "--day-off", paramLabel = "DATE", split = ",")
  Set<LocalDate> daysOff = Set.of();

  @Override
  public Answer run(Session session) throws IOException {
    RtFolder read = RtFolder.read(folder, OverlapRule.ASK);
    if (read.rt().plans().isEmpty()) {
      throw read.missing("RTPLAN");
    }
    List<TreatmentRecord> records = new ArrayList<>(read.rt().records());
    if (list != null) {
      DeliveryList.Result parsed =
          DeliveryList.parse(
              list.getFileName().toString(),
              new String(session.read(list), StandardCharsets.UTF_8));
      records.addAll(parsed.records());
      read.add(parsed.findings());
    }
    DeliveredCourse course =
        Delivery.derive(
            read.rt().plans(),
            records,
            fractions,
            day -> RtCheck.isWeekday(day) && !daysOff.contains(day));
    read.add(course.findings());
    ObjectNode document = session.document();
    Answer.Builder answer = Answer.with(document);
    describe(session, course, document, answer);
    read.report(session, document, answer);
    return answer.exit(course.fractions().isEmpty() ? Exit.NOT_FOUND : Exit.OK).done();
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
    double corrected = bed - ASSUMED.lostGy(overall.days());
    document
        .putObject("overall")
        .put("first", overall.first().toString())
        .put("last", overall.last().toString())
        .put("days", overall.days())
        .put("plannedDays", overall.plannedDays())
        .put("extraDays", overall.extraDays())
        .put("bed10Gy", bed)
        .put("timeCorrectedBed10Gy", corrected)
        .put("assumptions", "alpha/beta 10 Gy, " + ASSUMED.text());
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
            + ASSUMED.text());
  }
}
