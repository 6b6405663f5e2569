package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.DoseBasis;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.treatment.Exposure;
import org.lodestar.trial.treatment.Exposure.CycleDose;

/** What the treated received of each agent and of radiotherapy. */
final class ExposureTables {
  private ExposureTables() {}

  static ReportTable drugs(Cohort cohort) {
    ReportTable.Builder table =
        ReportTable.of("exposure-drugs", "Exposure to the drugs", "药物暴露")
            .text("Agent", "药物")
            .figures("Participants", "例数")
            .figures("Cycles given", "给药周期数")
            .figures("Cumulative dose, mg", "累积剂量（mg）")
            .figures("Relative intensity, %", "相对剂量强度（%）")
            .note(
                new Words(
                    "Median (range) of participants who received the agent. Relative dose"
                        + " intensity: dose given per week over full dose planned per week, omitted"
                        + " cycles included; the full dose is the fixed dose of the protocol, else"
                        + " her first prescription at dose level 0.",
                    "接受该药者的中位数（范围）。相对剂量强度：每周实际剂量与每周计划全量之比，含未给药周期；"
                        + "全量为方案固定剂量，否则为其首张剂量水平 0 的处方剂量。"));
    for (Agent agent : cohort.protocol().agents()) {
      List<Exposure> exposures = new ArrayList<>();
      for (Member member : cohort.treated()) {
        exposure(member, agent).filter(e -> e.cyclesGiven() > 0).ifPresent(exposures::add);
      }
      table.row(
          agent.name(),
          exposures.size(),
          spread(exposures.stream().map(e -> BigDecimal.valueOf(e.cyclesGiven())).toList(), 1),
          spread(exposures.stream().map(Exposure::cumulativeMg).toList(), 0),
          spread(
              exposures.stream().flatMap(e -> e.relativeIntensityPercent().stream()).toList(), 1));
    }
    return table.done();
  }

  private static String spread(List<BigDecimal> sample, int decimals) {
    return Shown.spread(sample, decimals).orElse(Shown.NOTHING);
  }

  /** What one participant received of one agent; empty without a full dose to compare with. */
  static Optional<Exposure> exposure(Member member, Agent agent) {
    Optional<Integer> interval = agent.intervalDays().find();
    Optional<BigDecimal> full = fullDoseMg(member, agent);
    if (interval.isEmpty() || full.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Integer, LocalDate> dayOnes = new TreeMap<>();
    SortedMap<Integer, BigDecimal> given = new TreeMap<>();
    for (Sheet sheet : of(member.until("prescription", "planned-on"), agent)) {
      sheet
          .wholeNumber("cycle")
          .known()
          .ifPresent(cycle -> dayOnes.put(cycle, sheet.date("planned-on").get()));
    }
    for (Sheet sheet : of(member.untilMoment("administration", "started-at"), agent)) {
      Optional<Integer> cycle = sheet.wholeNumber("cycle").known();
      Optional<BigDecimal> dose = sheet.decimal("dose").known();
      if (cycle.isPresent() && dose.isPresent()) {
        given.merge(cycle.get(), dose.get(), BigDecimal::add);
        dayOnes.put(cycle.get(), sheet.day("started-at").get());
      }
    }
    List<CycleDose> cycles = new ArrayList<>();
    dayOnes.forEach(
        (cycle, day) ->
            cycles.add(new CycleDose(day, full.get(), given.getOrDefault(cycle, BigDecimal.ZERO))));
    return Optional.of(new Exposure(agent.key(), cycles, interval.get()));
  }

  private static List<Sheet> of(List<Sheet> sheets, Agent agent) {
    return sheets.stream()
        .filter(sheet -> sheet.text("agent").known().filter(agent.key()::equals).isPresent())
        .toList();
  }

  private static Optional<BigDecimal> fullDoseMg(Member member, Agent agent) {
    boolean flat = agent.doseBasis().find().filter(DoseBasis.FLAT::equals).isPresent();
    if (flat) {
      return agent.dose().find();
    }
    return of(member.until("prescription", "planned-on"), agent).stream()
        .filter(sheet -> sheet.wholeNumber("dose-level").known().orElse(0) == 0)
        .flatMap(sheet -> sheet.decimal("dose").known().stream())
        .filter(dose -> dose.signum() > 0)
        .findFirst();
  }

  static ReportTable radiotherapy(Cohort cohort) {
    List<Member> irradiated =
        cohort.treated().stream().filter(m -> !FlowTables.fractions(m).isEmpty()).toList();
    String planned =
        cohort
            .protocol()
            .get(RadiotherapySettings.FRACTIONS)
            .find()
            .map(String::valueOf)
            .orElse(Shown.NOTHING);
    String plannedDose =
        cohort
            .protocol()
            .get(RadiotherapySettings.TOTAL_DOSE_GY)
            .find()
            .map(BigDecimal::toPlainString)
            .orElse(Shown.NOTHING);
    return ReportTable.of("exposure-radiotherapy", "Radiotherapy delivered", "放疗执行")
        .text("", "")
        .figures("Planned", "计划")
        .figures("n = " + irradiated.size(), "n = " + irradiated.size())
        .note(
            new Words(
                "Median (range) of participants with at least one fraction by the cut-off, also"
                    + " those whose course still runs. Overall time: first to last fraction, both"
                    + " days counted.",
                "截止日前至少照射一次者（含疗程进行中者）的中位数（范围）。总治疗时间：首次至末次照射，首尾日均计入。"))
        .row(
            new Words("Fractions", "分次数"),
            planned,
            spread(
                irradiated.stream()
                    .map(m -> BigDecimal.valueOf(FlowTables.fractions(m).size()))
                    .toList(),
                1))
        .row(
            new Words("Dose, Gy", "剂量（Gy）"),
            plannedDose,
            spread(irradiated.stream().map(ExposureTables::doseGy).toList(), 1))
        .row(
            new Words("Overall time, days", "总治疗时间（天）"),
            Shown.NOTHING,
            spread(irradiated.stream().map(ExposureTables::overallDays).toList(), 1))
        .done();
  }

  private static BigDecimal doseGy(Member member) {
    return FlowTables.fractions(member).stream()
        .flatMap(sheet -> sheet.decimal("dose").known().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal overallDays(Member member) {
    List<LocalDate> days =
        FlowTables.fractions(member).stream()
            .flatMap(sheet -> sheet.day("delivered-at").known().stream())
            .sorted()
            .toList();
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) + 1);
  }
}
