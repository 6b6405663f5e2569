package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Termination;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/**
 * The course of radiotherapy as the record tells it: the plan's figures, the fractions given, and
 * the days on which none was.
 *
 * @param plan label, dose and fractions of the newest plan; empty before one was recorded
 * @param course what was delivered; empty before the first fraction
 * @param fractions every entry about a fraction, by day
 * @param calendar of the machine
 */
public record FractionFacts(
    Optional<PlanFigures> plan,
    Optional<DeliveredCourse> course,
    List<FractionEntry> fractions,
    WorkingDayCalendar calendar) {
  private static final String ONLY_PLAN = "recorded";

  public FractionFacts {
    fractions = List.copyOf(fractions);
  }

  /** A plan as recorded. */
  public record PlanFigures(String label, BigDecimal doseGy, int fractions) {}

  /**
   * One entry about a fraction.
   *
   * @param status complete, partial or not-delivered
   * @param reason coded, empty when none was given
   * @param sheet where it is recorded; empty when it was read from the objects themselves
   */
  public record FractionEntry(
      LocalDate day,
      int number,
      BigDecimal doseGy,
      String status,
      String reason,
      Optional<Sheet> sheet) {

    public boolean isDelivered() {
      return !status.equals("not-delivered");
    }
  }

  /** Reads the record of one participant. */
  public static FractionFacts read(Sheets sheets, Protocol protocol) {
    List<FractionEntry> fractions = new ArrayList<>();
    sheets.of("fraction").forEach(sheet -> fraction(sheet).ifPresent(fractions::add));
    fractions.sort(java.util.Comparator.comparing(FractionEntry::day));
    WorkingDayCalendar calendar = calendar(protocol);
    Optional<PlanFigures> plan = plan(sheets);
    return new FractionFacts(plan, course(fractions, protocol, calendar), fractions, calendar);
  }

  /** The same from the objects of a folder, before anybody recorded anything. */
  public static FractionFacts read(RtCase rt, Protocol protocol) {
    WorkingDayCalendar calendar = calendar(protocol);
    Optional<PlanFigures> plan =
        rt.plans().stream()
            .flatMap(
                each ->
                    each.plannedDoseGy().stream()
                        .map(gy -> new PlanFigures(each.label(), gy, each.fractionsPlanned())))
            .reduce((first, second) -> second);
    if (rt.plans().isEmpty() || rt.records().isEmpty()) {
      return new FractionFacts(plan, Optional.empty(), List.of(), calendar);
    }
    int planned =
        protocol
            .get(RadiotherapySettings.FRACTIONS)
            .find()
            .orElseGet(() -> rt.plans().stream().mapToInt(Plan::fractionsPlanned).sum());
    DeliveredCourse course =
        Delivery.derive(rt.plans(), rt.records(), planned, calendar::isWorkingDay);
    List<FractionEntry> entries = course.fractions().stream().map(FractionFacts::entry).toList();
    return new FractionFacts(plan, Optional.of(course), entries, calendar);
  }

  private static FractionEntry entry(DeliveredFraction fraction) {
    boolean partial = fraction.status() == DeliveredFraction.Status.PARTIAL;
    return new FractionEntry(
        fraction.first(),
        fraction.sequence(),
        fraction.doseGy(),
        partial ? "partial" : "complete",
        "",
        Optional.empty());
  }

  private static WorkingDayCalendar calendar(Protocol protocol) {
    return protocol
        .get(RadiotherapySettings.CALENDAR)
        .find()
        .flatMap(protocol::calendar)
        .orElseGet(WorkingDayCalendar::mondayToFriday);
  }

  private static Optional<PlanFigures> plan(Sheets sheets) {
    return sheets.of("rt-plan").stream()
        .flatMap(
            sheet ->
                sheet.text("label").known().stream()
                    .flatMap(
                        label ->
                            sheet.measured("dose", Dimension.RADIATION_DOSE).known().stream()
                                .flatMap(
                                    dose ->
                                        sheet.wholeNumber("fractions").known().stream()
                                            .map(n -> new PlanFigures(label, dose, n)))))
        .reduce((first, second) -> second);
  }

  private static Optional<FractionEntry> fraction(Sheet sheet) {
    Optional<LocalDate> day = sheet.day("delivered-at").known();
    Optional<Integer> number = sheet.wholeNumber("number").known();
    if (day.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FractionEntry(
            day.get(),
            number.get(),
            sheet.measured("dose", Dimension.RADIATION_DOSE).known().orElse(BigDecimal.ZERO),
            sheet.text("status").known().orElse("complete"),
            sheet.text("reason").known().orElse(""),
            Optional.of(sheet)));
  }

  private static Optional<DeliveredCourse> course(
      List<FractionEntry> fractions, Protocol protocol, WorkingDayCalendar calendar) {
    Optional<BigDecimal> dose = protocol.get(RadiotherapySettings.FRACTION_DOSE_GY).find();
    Optional<Integer> planned = protocol.get(RadiotherapySettings.FRACTIONS).find();
    List<FractionEntry> given = fractions.stream().filter(FractionEntry::isDelivered).toList();
    if (given.isEmpty() || dose.isEmpty() || planned.isEmpty()) {
      return Optional.empty();
    }
    List<TreatmentRecord> records = given.stream().map(each -> record(each, dose.get())).toList();
    return Optional.of(
        Delivery.derive(
            List.of(planOf(dose.get(), planned.get())),
            records,
            planned.get(),
            calendar::isWorkingDay));
  }

  /** The protocol's fraction as a plan of one beam whose meter reads dose. */
  private static Plan planOf(BigDecimal doseGy, int fractions) {
    Plan.BeamShare share = new Plan.BeamShare(1, Optional.of(doseGy), Optional.of(doseGy));
    return new Plan(
        ONLY_PLAN,
        ONLY_PLAN,
        Optional.empty(),
        Optional.empty(),
        List.of(new Plan.FractionGroup(1, fractions, List.of(share))),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static TreatmentRecord record(FractionEntry entry, BigDecimal plannedGy) {
    BeamDelivery beam =
        new BeamDelivery(
            1,
            false,
            Optional.of(plannedGy),
            Optional.of(entry.doseGy()),
            entry.status().equals("complete") ? Termination.NORMAL : Termination.UNKNOWN);
    return new TreatmentRecord(
        entry.sheet().map(sheet -> sheet.form().instance().toString()).orElse(""),
        TreatmentRecord.Origin.BY_HAND,
        Optional.of(ONLY_PLAN),
        entry.day(),
        Optional.empty(),
        entry.number(),
        entry.sheet().flatMap(sheet -> sheet.text("machine").known()),
        List.of(beam));
  }
}
