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
import org.lodestar.trial.protocol.DelayedCycle;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/** Deviations of the course of radiotherapy: when it began, how often, with what dose. */
final class RadiotherapyDeviations {
  private static final String RADIOTHERAPY = "radiotherapy";

  private final Sheets sheets;
  private final Protocol protocol;
  private final List<Fraction> fractions;

  /** A fraction that was delivered, whole or in part. */
  private record Fraction(Sheet sheet, Derived<LocalDate> day, boolean complete) {
    String number() {
      return sheet.wholeNumber("number").known().map(String::valueOf).orElse("-");
    }
  }

  private RadiotherapyDeviations(Sheets sheets, Protocol protocol) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.fractions = fractions(sheets);
  }

  static List<Derived<Deviation>> find(Sheets sheets, Protocol protocol) {
    RadiotherapyDeviations search = new RadiotherapyDeviations(sheets, protocol);
    List<Derived<Deviation>> found = new ArrayList<>();
    search.beforeCycle(found);
    search.count(found);
    search.dose(found);
    return found;
  }

  private static List<Fraction> fractions(Sheets sheets) {
    List<Fraction> fractions = new ArrayList<>();
    for (Sheet sheet : sheets.of("fraction")) {
      Optional<String> status = sheet.text("status").known();
      Derived<LocalDate> day = sheet.day("delivered-at");
      if (day.isKnown() && status.filter(s -> !s.equals("not-delivered")).isPresent()) {
        fractions.add(new Fraction(sheet, day, status.get().equals("complete")));
      }
    }
    fractions.sort(Comparator.comparing(fraction -> fraction.day().get()));
    return fractions;
  }

  private void beforeCycle(List<Derived<Deviation>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> cycle = settings.find(RadiotherapySettings.START_CYCLE);
    Optional<Integer> day = settings.find(RadiotherapySettings.START_DAY);
    if (cycle.isEmpty() || day.isEmpty()) {
      return;
    }
    Optional<Derived<LocalDate>> dayOne = DrugDeviations.dayOne(sheets, cycle.get());
    if (dayOne.isEmpty()) {
      return;
    }
    LocalDate due = firstAllowed(dayOne.get(), cycle.get(), settings).plusDays(day.get() - 1L);
    for (Fraction fraction : fractions) {
      LocalDate on = fraction.day().get();
      if (on.isBefore(due)) {
        DeviationRule rule = DeviationRule.FRACTION_BEFORE_CYCLE;
        found.add(
            settings.on(
                Derived.of(
                        rule,
                        Deviation.of(rule, fraction.number(), on),
                        fraction.day(),
                        dayOne.get())
                    .with("number", fraction.number())
                    .with("date", on)
                    .with("day", day.get())
                    .with("cycle", cycle.get())
                    .with("due", due)));
      }
    }
  }

  /** Where radiotherapy does not wait for a delayed cycle, the cycle's planned day counts. */
  private LocalDate firstAllowed(Derived<LocalDate> dayOne, int cycle, SettingsRead settings) {
    boolean waits =
        settings
            .find(RadiotherapySettings.DELAYED_CYCLE)
            .filter(DelayedCycle.WAITS::equals)
            .isPresent();
    if (waits) {
      return dayOne.get();
    }
    Optional<Integer> length = settings.find(TreatmentSettings.CYCLE_LENGTH_DAYS);
    return DrugDeviations.dayOne(sheets, 1)
        .filter(first -> length.isPresent())
        .map(first -> first.get().plusDays((cycle - 1L) * length.orElseThrow()))
        .filter(dayOne.get()::isAfter)
        .orElse(dayOne.get());
  }

  private void count(List<Derived<Deviation>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> planned = settings.find(RadiotherapySettings.FRACTIONS);
    List<Derived<LocalDate>> complete =
        fractions.stream().filter(Fraction::complete).map(Fraction::day).toList();
    if (planned.isEmpty()) {
      return;
    }
    int delivered = complete.size();
    if (delivered > planned.get()) {
      DeviationRule rule = DeviationRule.FRACTION_BEYOND_PLAN;
      LocalDate on = complete.getLast().get();
      found.add(
          settings.on(
              Derived.of(rule, Deviation.of(rule, String.valueOf(delivered), on), complete)
                  .with("delivered", delivered)
                  .with("planned", planned.get())
                  .with("date", on)));
    }
    Optional<Derived<LocalDate>> ended = ended();
    if (delivered < planned.get() && ended.isPresent()) {
      DeviationRule rule = DeviationRule.FRACTIONS_MISSING;
      List<Derived<LocalDate>> inputs = new ArrayList<>(complete);
      inputs.add(ended.get());
      found.add(
          settings.on(
              Derived.of(rule, Deviation.of(rule, "course", ended.get().get()), inputs)
                  .with("delivered", delivered)
                  .with("planned", planned.get())
                  .with("date", ended.get().get())));
    }
  }

  /** When the course was declared to be over. */
  private Optional<Derived<LocalDate>> ended() {
    Optional<Derived<LocalDate>> byMilestone =
        sheets.of("rt-milestones").stream()
            .map(sheet -> sheet.date("ended-on"))
            .filter(Derived::isKnown)
            .findFirst();
    return byMilestone.or(
        () ->
            sheets.of("discontinuation").stream()
                .filter(
                    sheet -> sheet.text("agent").known().filter(RADIOTHERAPY::equals).isPresent())
                .map(sheet -> sheet.date("stopped-on"))
                .filter(Derived::isKnown)
                .findFirst());
  }

  private void dose(List<Derived<Deviation>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> planned = settings.find(RadiotherapySettings.FRACTION_DOSE_GY);
    if (planned.isEmpty()) {
      return;
    }
    for (Fraction fraction : fractions) {
      Derived<BigDecimal> dose = fraction.sheet().measured("dose", Dimension.RADIATION_DOSE);
      if (fraction.complete()
          && dose.known().filter(gy -> gy.compareTo(planned.get()) != 0).isPresent()) {
        DeviationRule rule = DeviationRule.FRACTION_DOSE;
        LocalDate on = fraction.day().get();
        found.add(
            settings.on(
                Derived.of(rule, Deviation.of(rule, fraction.number(), on), dose, fraction.day())
                    .with("number", fraction.number())
                    .with("date", on)
                    .with("dose", dose.get().toPlainString())
                    .with("planned", planned.get().toPlainString())));
      }
    }
  }
}
