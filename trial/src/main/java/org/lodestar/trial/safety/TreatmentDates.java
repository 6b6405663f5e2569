package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;

/**
 * The first and the last day of study treatment of any kind, drug or fraction, and of radiotherapy
 * alone; missing before the first.
 */
public record TreatmentDates(
    Derived<LocalDate> first,
    Derived<LocalDate> last,
    Derived<LocalDate> firstFraction,
    Derived<LocalDate> lastFraction) {

  public static TreatmentDates read(Sheets sheets) {
    List<Derived<LocalDate>> fractions = fractions(sheets);
    List<Derived<LocalDate>> all = new ArrayList<>(fractions);
    sheets.of("administration").stream()
        .map(sheet -> sheet.day("started-at"))
        .filter(Derived::isKnown)
        .forEach(all::add);
    return new TreatmentDates(
        pick(SafetyRule.FIRST_TREATMENT, SafetyRule.NO_TREATMENT, all, true),
        pick(SafetyRule.LAST_TREATMENT, SafetyRule.NO_TREATMENT, all, false),
        pick(SafetyRule.FIRST_FRACTION, SafetyRule.NO_FRACTION, fractions, true),
        pick(SafetyRule.LAST_FRACTION, SafetyRule.NO_FRACTION, fractions, false));
  }

  private static List<Derived<LocalDate>> fractions(Sheets sheets) {
    return sheets.of("fraction").stream()
        .filter(TreatmentDates::wasDelivered)
        .map(sheet -> sheet.day("delivered-at"))
        .filter(Derived::isKnown)
        .toList();
  }

  private static boolean wasDelivered(Sheet fraction) {
    return fraction.text("status").known().filter(s -> !s.equals("not-delivered")).isPresent();
  }

  private static Derived<LocalDate> pick(
      SafetyRule rule, SafetyRule none, List<Derived<LocalDate>> days, boolean first) {
    Comparator<Derived<LocalDate>> byDay = Comparator.comparing(Derived::get);
    Optional<Derived<LocalDate>> picked =
        first ? days.stream().min(byDay) : days.stream().max(byDay);
    return picked
        .map(day -> Derived.of(rule, day.get(), List.<Input>of(day)))
        .orElseGet(() -> Derived.missing(rule, Message.of(none.words())));
  }
}
