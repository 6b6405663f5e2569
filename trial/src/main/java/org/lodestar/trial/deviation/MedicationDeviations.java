package org.lodestar.trial.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.safety.TreatmentDates;

/** Medication of a prohibited class that was taken between first and last study treatment. */
final class MedicationDeviations {
  private MedicationDeviations() {}

  static List<Derived<Deviation>> find(Sheets sheets, Protocol protocol, TreatmentDates treatment) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<List<String>> prohibited = settings.find(TreatmentSettings.PROHIBITED_MEDICATION);
    List<Derived<Deviation>> found = new ArrayList<>();
    if (prohibited.isEmpty() || !treatment.first().isKnown() || !treatment.last().isKnown()) {
      return found;
    }
    for (Sheet taken : sheets.of("concomitant-medication")) {
      Derived<String> group = taken.text("class");
      Derived<PartialDate> from = taken.partialDate("started-on");
      if (group.known().filter(prohibited.get()::contains).isPresent()
          && from.isKnown()
          && overlaps(from.get(), taken.partialDate("ended-on"), treatment)) {
        found.add(settings.on(deviation(taken, group, from, treatment)));
      }
    }
    return found;
  }

  /** Days that are only partly known count as inside when they can be inside: a person decides. */
  private static boolean overlaps(
      PartialDate from, Derived<PartialDate> until, TreatmentDates treatment) {
    boolean beganBeforeEnd = !from.earliest().isAfter(treatment.last().get());
    boolean endedAfterStart =
        until.known().map(end -> !end.latest().isBefore(treatment.first().get())).orElse(true);
    return beganBeforeEnd && endedAfterStart;
  }

  private static Derived<Deviation> deviation(
      Sheet taken, Derived<String> group, Derived<PartialDate> from, TreatmentDates treatment) {
    DeviationRule rule = DeviationRule.PROHIBITED_MEDICATION;
    LocalDate began = from.get().earliest();
    LocalDate first = treatment.first().get();
    Deviation deviation =
        Deviation.of(rule, Integer.toString(taken.repeat()), began.isBefore(first) ? first : began);
    return Derived.of(rule, deviation, group, from, taken.text("name"), treatment.first())
        .with("name", taken.text("name").known().orElse("-"))
        .with("class", group.get())
        .with("from", from.get());
  }
}
