package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;

/**
 * A consent form that the participant signed.
 *
 * @param on the day, always known
 * @param version as it stands on the form; missing when it was not entered
 */
public record SignedConsent(Derived<LocalDate> on, Derived<String> version) {

  /** Those with a date, the first consent first. */
  public static List<SignedConsent> read(Sheets sheets) {
    return sheets.of("consent").stream()
        .map(sheet -> new SignedConsent(sheet.date("signed-on"), sheet.text("version")))
        .filter(signed -> signed.on().isKnown())
        .sorted(Comparator.comparing(signed -> signed.on().get()))
        .toList();
  }

  boolean isOf(String name) {
    return version.known().filter(name::equals).isPresent();
  }
}
