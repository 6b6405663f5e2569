package org.lodestar.trial.deviation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.AgentSettings;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.DoseBasis;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/** Deviations of administrations: what was given against what was prescribed or fixed. */
final class DrugDeviations {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Words PRESCRIBED = new Words("prescribed", "处方");
  private static final Words FIXED = new Words("fixed by the protocol", "方案固定剂量");

  private final Sheets sheets;
  private final Protocol protocol;
  private final List<Derived<Deviation>> found = new ArrayList<>();

  private DrugDeviations(Sheets sheets, Protocol protocol) {
    this.sheets = sheets;
    this.protocol = protocol;
  }

  static List<Derived<Deviation>> find(Sheets sheets, Protocol protocol) {
    DrugDeviations search = new DrugDeviations(sheets, protocol);
    sheets.of("administration").forEach(search::administration);
    return search.found;
  }

  /** The first administration of a cycle. */
  static Optional<Derived<LocalDate>> dayOne(Sheets sheets, int cycle) {
    return sheets.of("administration").stream()
        .filter(sheet -> sheet.wholeNumber("cycle").known().filter(c -> c == cycle).isPresent())
        .map(sheet -> sheet.day("started-at"))
        .filter(Derived::isKnown)
        .min(Comparator.comparing(Derived::get));
  }

  private void administration(Sheet given) {
    Derived<String> agent = given.text("agent");
    Derived<Integer> cycle = given.wholeNumber("cycle");
    Derived<LocalDate> day = given.day("started-at");
    if (!agent.isKnown() || !cycle.isKnown() || !day.isKnown()) {
      return;
    }
    Optional<Sheet> prescription = prescription(agent.get(), cycle.get());
    if (prescription.isEmpty()) {
      found.add(named(DeviationRule.NOT_PRESCRIBED, agent, cycle, day));
      return;
    }
    Derived<String> decision = prescription.get().text("decision");
    if (decision.known().filter(d -> !d.equals("give")).isPresent()) {
      found.add(
          Derived.of(
                  DeviationRule.GIVEN_AGAINST_DECISION,
                  deviation(DeviationRule.GIVEN_AGAINST_DECISION, agent, cycle, day),
                  agent,
                  cycle,
                  day,
                  decision)
              .with("agent", name(agent.get()))
              .with("cycle", cycle.get())
              .with("date", day.get())
              .with("decision", decision.get()));
    }
    Derived<BigDecimal> dose = given.measured("dose", Dimension.DRUG_AMOUNT);
    dose(
        agent,
        cycle,
        day,
        dose,
        prescription.get().measured("dose", Dimension.DRUG_AMOUNT),
        PRESCRIBED);
    fixedDose(agent, cycle, day, dose);
  }

  private Derived<Deviation> named(
      DeviationRule rule, Derived<String> agent, Derived<Integer> cycle, Derived<LocalDate> day) {
    return Derived.of(rule, deviation(rule, agent, cycle, day), agent, cycle, day)
        .with("agent", name(agent.get()))
        .with("cycle", cycle.get())
        .with("date", day.get());
  }

  private static Deviation deviation(
      DeviationRule rule, Derived<String> agent, Derived<Integer> cycle, Derived<LocalDate> day) {
    return Deviation.of(rule, agent.get() + "-" + cycle.get(), day.get());
  }

  private Words name(String agent) {
    return protocol.agents().stream()
        .filter(each -> each.key().equals(agent))
        .map(each -> each.name())
        .findFirst()
        .orElse(Words.same(agent));
  }

  private Optional<Sheet> prescription(String agent, int cycle) {
    return sheets.of("prescription").stream()
        .filter(sheet -> sheet.text("agent").known().filter(agent::equals).isPresent())
        .filter(sheet -> sheet.wholeNumber("cycle").known().filter(c -> c == cycle).isPresent())
        .reduce((earlier, later) -> later);
  }

  private void fixedDose(
      Derived<String> agent,
      Derived<Integer> cycle,
      Derived<LocalDate> day,
      Derived<BigDecimal> dose) {
    SettingsRead settings = new SettingsRead(protocol);
    boolean flat =
        settings
            .find(AgentSettings.DOSE_BASIS.of(agent.get()))
            .filter(DoseBasis.FLAT::equals)
            .isPresent();
    Optional<BigDecimal> planned = settings.find(AgentSettings.DOSE.of(agent.get()));
    if (flat && planned.isPresent()) {
      Derived<BigDecimal> fixed =
          settings.on(Derived.of(DeviationRule.DRUG_DOSE, planned.get(), List.of()));
      dose(agent, cycle, day, dose, fixed, FIXED);
    }
  }

  private void dose(
      Derived<String> agent,
      Derived<Integer> cycle,
      Derived<LocalDate> day,
      Derived<BigDecimal> given,
      Derived<BigDecimal> planned,
      Words basis) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> percent = settings.find(TreatmentSettings.DOSE_DEVIATION_PERCENT);
    if (percent.isEmpty()
        || !given.isKnown()
        || !planned.isKnown()
        || !differs(given.get(), planned.get(), percent.get())) {
      return;
    }
    DeviationRule rule = DeviationRule.DRUG_DOSE;
    found.add(
        settings.on(
            Derived.of(rule, deviation(rule, agent, cycle, day), agent, cycle, day, given, planned)
                .with("agent", name(agent.get()))
                .with("cycle", cycle.get())
                .with("date", day.get())
                .with("dose", given.get().toPlainString())
                .with("planned", planned.get().toPlainString())
                .with("basis", basis)
                .with("percent", percent.get().toPlainString())));
  }

  private static boolean differs(BigDecimal given, BigDecimal planned, BigDecimal percent) {
    BigDecimal difference = given.subtract(planned).abs().multiply(HUNDRED);
    return difference.compareTo(planned.multiply(percent)) > 0;
  }
}
