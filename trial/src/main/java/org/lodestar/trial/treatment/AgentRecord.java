package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.protocol.Dimension;

/**
 * What was prescribed and given of one agent before a day, so that what happens on the day does not
 * move the decision that it follows.
 *
 * @param agent key of the agent
 * @param given in the order of time
 * @param level the deepest dose level prescribed so far; a level is never taken back
 * @param deepenedOn for when the last prescription of a level deeper than all before was meant, or
 *     null
 * @param stopped when the agent was stopped permanently, or null
 */
public record AgentRecord(
    String agent,
    List<Given> given,
    int level,
    @Nullable LocalDate deepenedOn,
    @Nullable Derived<LocalDate> stopped) {

  /** One administration. */
  public record Given(LocalDate on, int cycle, String visit, BigDecimal doseMg, Input fact) {}

  private static final Sheet.Reader<Optional<Given>> GIVEN = AgentRecord::given;

  public AgentRecord {
    given = List.copyOf(given);
  }

  /**
   * @param day of the decision; a stop counts on its own day
   */
  static AgentRecord before(Sheets sheets, String agent, LocalDate day) {
    return new AgentRecord(
        agent,
        given(sheets, agent).stream().filter(given -> given.on().isBefore(day)).toList(),
        level(sheets, agent, day),
        deepenedOn(sheets, agent, day),
        stopped(sheets, agent, day));
  }

  private static boolean isFor(Sheet sheet, String agent) {
    return sheet.text("agent").known().filter(agent::equals).isPresent();
  }

  private static List<Given> given(Sheets sheets, String agent) {
    return sheets.of("administration").stream()
        .filter(sheet -> isFor(sheet, agent))
        .flatMap(sheet -> sheet.once(GIVEN).stream())
        .sorted(Comparator.comparing(Given::on))
        .toList();
  }

  private static Optional<Given> given(Sheet sheet) {
    Derived<LocalDate> on = sheet.day("started-at");
    Derived<Integer> cycle = sheet.wholeNumber("cycle");
    Derived<BigDecimal> dose = sheet.measured("dose", Dimension.DRUG_AMOUNT);
    boolean complete = on.isKnown() && cycle.isKnown() && dose.isKnown();
    return complete
        ? Optional.of(
            new Given(
                on.get(),
                cycle.get(),
                sheet.visit(),
                dose.get(),
                Derived.of(TreatmentRule.GIVEN, dose.get(), dose, on, cycle)
                    .with("dose", DoseCalculation.show(dose.get()))
                    .with("on", on.get())
                    .with("cycle", cycle.get())))
        : Optional.empty();
  }

  private static int level(Sheets sheets, String agent, LocalDate day) {
    return sheets.of("prescription").stream()
        .filter(sheet -> isFor(sheet, agent))
        .filter(sheet -> sheet.date("planned-on").known().filter(on -> !on.isBefore(day)).isEmpty())
        .flatMap(sheet -> sheet.wholeNumber("dose-level").known().stream())
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private static @Nullable LocalDate deepenedOn(Sheets sheets, String agent, LocalDate day) {
    List<Sheet> inOrder =
        sheets.of("prescription").stream()
            .filter(sheet -> isFor(sheet, agent) && sheet.wholeNumber("dose-level").isKnown())
            .filter(sheet -> sheet.date("planned-on").known().filter(day::isAfter).isPresent())
            .sorted(Comparator.comparing(sheet -> sheet.date("planned-on").get()))
            .toList();
    int deepest = 0;
    LocalDate on = null;
    for (Sheet sheet : inOrder) {
      int level = sheet.wholeNumber("dose-level").get();
      if (level > deepest) {
        deepest = level;
        on = sheet.date("planned-on").get();
      }
    }
    return on;
  }

  private static @Nullable Derived<LocalDate> stopped(Sheets sheets, String agent, LocalDate day) {
    return sheets.of("discontinuation").stream()
        .filter(sheet -> isFor(sheet, agent))
        .map(sheet -> sheet.date("stopped-on"))
        .filter(on -> on.known().filter(stop -> !stop.isAfter(day)).isPresent())
        .min(Comparator.comparing(Derived::get))
        .orElse(null);
  }

  public Optional<LocalDate> lastGiven() {
    return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast().on());
  }
}
