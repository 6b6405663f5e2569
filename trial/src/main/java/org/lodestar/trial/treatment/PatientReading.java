package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Dimension;

/** Reads from the forms what doses are calculated from, as known on a day. */
public final class PatientReading {
  private static final Words HEIGHT = new Words("height", "身高");
  private static final Words WEIGHT = new Words("weight", "体重");
  private static final Words CREATININE = new Words("creatinine", "肌酐");
  private static final Words BIRTH_DATE = new Words("date of birth", "出生日期");

  private PatientReading() {}

  /** The latest height, weight and creatinine that were taken on or before the day. */
  public static Patient read(Sheets sheets, LocalDate day) {
    Optional<Sheet> blood = latest(sheets, "laboratory", "sampled-on", "creatinine", day);
    return new Patient(
        sex(sheets),
        ageYears(sheets, day),
        latestDecimal(sheets, "height", Dimension.BODY_LENGTH, HEIGHT, day),
        latestDecimal(sheets, "weight", Dimension.BODY_MASS, WEIGHT, day),
        blood
            .map(sheet -> sheet.measured("creatinine", Dimension.CREATININE))
            .orElseGet(() -> notRecorded(CREATININE)),
        blood.map(sheet -> sheet.date("sampled-on")).orElseGet(() -> notRecorded(CREATININE)),
        null,
        weightAtLastDose(sheets, day));
  }

  private static Derived<Sex> sex(Sheets sheets) {
    return firstOf(sheets, sheet -> sheet.text("sex"))
        .map(
            text ->
                text.map(TreatmentRule.READ, code -> code.equals("female") ? Sex.FEMALE : Sex.MALE))
        .orElseGet(() -> notRecorded(new Words("sex", "性别")));
  }

  /** The older age where the birthday itself is not known: the cautious side for clearance. */
  private static Derived<Integer> ageYears(Sheets sheets, LocalDate day) {
    Derived<PartialDate> birth =
        firstOf(sheets, sheet -> sheet.partialDate("birth-date"))
            .orElseGet(() -> notRecorded(BIRTH_DATE));
    return birth.map(TreatmentRule.READ, date -> Period.between(date.earliest(), day).getYears());
  }

  private static <T> Optional<Derived<T>> firstOf(
      Sheets sheets, Function<Sheet, Derived<T>> reading) {
    return sheets.of("demography").stream().map(reading).findFirst();
  }

  private static Derived<BigDecimal> latestDecimal(
      Sheets sheets, String item, Dimension dimension, Words what, LocalDate day) {
    return latest(sheets, "performance", "assessed-on", item, day)
        .map(sheet -> sheet.measured(item, dimension))
        .orElseGet(() -> notRecorded(what));
  }

  static Optional<Sheet> latest(
      Sheets sheets, String kind, String dateItem, String item, LocalDate day) {
    Sheet latest = null;
    LocalDate latestOn = null;
    for (Sheet sheet : sheets.of(kind)) {
      LocalDate on = sheet.date(dateItem).value();
      boolean counts = on != null && !on.isAfter(day) && (latestOn == null || on.isAfter(latestOn));
      if (counts && sheet.decimal(item).isKnown()) {
        latest = sheet;
        latestOn = on;
      }
    }
    return Optional.ofNullable(latest);
  }

  private static @Nullable Derived<BigDecimal> weightAtLastDose(Sheets sheets, LocalDate day) {
    return sheets.of("administration").stream()
        .map(sheet -> sheet.day("started-at"))
        .flatMap(given -> given.known().stream())
        .filter(given -> given.isBefore(day))
        .max(Comparator.naturalOrder())
        .flatMap(given -> latest(sheets, "performance", "assessed-on", "weight", given))
        .map(sheet -> sheet.measured("weight", Dimension.BODY_MASS))
        .orElse(null);
  }

  private static <T> Derived<T> notRecorded(Words what) {
    return Derived.missing(
        TreatmentRule.READ,
        Message.of(TreatmentRule.NOT_RECORDED.words(), "what", what),
        List.of());
  }
}
