package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.FollowUpSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;

/** What follow-up says beside the endpoints: lost, and how soon after treatment death came. */
final class LifeAndLoss {
  private LifeAndLoss() {}

  /**
   * The day of the attempt with which a participant was lost: as many in a row without reaching
   * anybody as the protocol names, with none that reached somebody after them.
   */
  static Derived<LocalDate> lost(Sheets sheets, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> needed = settings.find(FollowUpSettings.LOST_AFTER_ATTEMPTS);
    if (needed.isEmpty()) {
      return settings.on(Derived.missing(EfficacyRule.LOST, settings.missing().orElseThrow()));
    }
    List<Derived<LocalDate>> failed = failedInARow(sheets);
    if (failed.size() < needed.get()) {
      return settings.on(
          Derived.missing(
              EfficacyRule.LOST,
              Message.of(
                  EfficacyRule.NOT_LOST.words(), "attempts", failed.size(), "needed", needed.get()),
              failed));
    }
    return settings.on(
        Derived.of(EfficacyRule.LOST, failed.get(needed.get() - 1).get(), failed)
            .with("attempts", failed.size()));
  }

  /** The attempts since somebody was last reached. */
  private static List<Derived<LocalDate>> failedInARow(Sheets sheets) {
    List<Sheet> contacts =
        sheets.of("survival-contact").stream()
            .filter(sheet -> sheet.date("contacted-on").isKnown() && sheet.text("status").isKnown())
            .sorted(Comparator.comparing(sheet -> sheet.date("contacted-on").get()))
            .toList();
    List<Derived<LocalDate>> failed = new ArrayList<>();
    for (Sheet contact : contacts) {
      if (contact.text("status").get().equals("not-reached")) {
        failed.add(contact.date("contacted-on"));
      } else {
        failed.clear();
      }
    }
    return failed;
  }

  /** Days from the last study treatment of any kind to death. */
  static Derived<Integer> daysToDeath(Derived<LocalDate> death, Derived<LocalDate> lastTreatment) {
    EfficacyRule rule = EfficacyRule.DAYS_TO_DEATH;
    if (!death.isKnown() || !lastTreatment.isKnown()) {
      return (death.isKnown() ? lastTreatment : death).map(rule, any -> 0);
    }
    int days = (int) ChronoUnit.DAYS.between(lastTreatment.get(), death.get());
    return Derived.of(rule, days, death, lastTreatment).with("last", lastTreatment.get());
  }
}
