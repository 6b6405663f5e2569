package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.protocol.Dimension;

/** Reads adverse events as episodes, as they stand on a day. */
public final class ToxicityReading {
  private ToxicityReading() {}

  /**
   * The episodes that began on or before the day; a date of which parts are unknown counts as early
   * as it can be, and the episode says how late it can be: not after its end, nor after the day.
   */
  public static List<Toxicity> read(Sheets sheets, LocalDate day) {
    BigDecimal prednisone = prednisoneMgPerDay(sheets, day);
    return sheets.of("adverse-event").stream()
        .flatMap(sheet -> episode(sheet, day, prednisone).stream())
        .toList();
  }

  private static Optional<Toxicity> episode(
      Sheet sheet, LocalDate day, @Nullable BigDecimal prednisone) {
    Derived<String> term = sheet.text("term");
    Derived<Integer> grade = sheet.wholeNumber("grade");
    Derived<PartialDate> started = sheet.partialDate("started-on");
    Optional<LocalDate> start = started.known().map(PartialDate::earliest);
    boolean readable = term.isKnown() && grade.known().filter(g -> g >= 1 && g <= 5).isPresent();
    if (!readable || start.filter(on -> !on.isAfter(day)).isEmpty()) {
      return Optional.empty();
    }
    Derived<PartialDate> ended = sheet.partialDate("ended-on");
    Optional<LocalDate> end = ended.known().map(PartialDate::latest).filter(on -> !on.isAfter(day));
    List<Input> inputs = new ArrayList<>(List.of(term, grade, started));
    end.ifPresent(any -> inputs.add(ended));
    return Optional.of(
        new Toxicity(
            term.get(),
            start.get(),
            earlier(started.get().latest(), end.orElse(day)),
            (int) ChronoUnit.DAYS.between(start.get(), end.orElse(day)) + 1,
            grade.get(),
            end.isPresent() ? 0 : grade.get(),
            sheet.yes("immune-related").known().orElse(false),
            prednisone,
            inputs));
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  /** All systemic steroids of that day together; null when the dose of one is not recorded. */
  private static @Nullable BigDecimal prednisoneMgPerDay(Sheets sheets, LocalDate day) {
    BigDecimal total = BigDecimal.ZERO;
    for (Sheet sheet : sheets.of("concomitant-medication")) {
      if (isSteroidOn(sheet, day)) {
        Optional<BigDecimal> dose =
            sheet.measured("prednisone-equivalent", Dimension.DRUG_AMOUNT).known();
        if (dose.isEmpty()) {
          return null;
        }
        total = total.add(dose.get());
      }
    }
    return total;
  }

  private static boolean isSteroidOn(Sheet sheet, LocalDate day) {
    Optional<PartialDate> end = sheet.partialDate("ended-on").known();
    return sheet.text("class").known().filter("systemic-steroid"::equals).isPresent()
        && sheet
            .partialDate("started-on")
            .known()
            .filter(from -> !from.earliest().isAfter(day))
            .isPresent()
        && end.filter(until -> until.latest().isBefore(day)).isEmpty();
  }
}
