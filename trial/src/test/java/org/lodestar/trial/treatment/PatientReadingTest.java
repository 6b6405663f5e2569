package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;

/** What doses are calculated from, as the forms say it on a day. */
class PatientReadingTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

  private static Book body(Book book, String on, String weight) {
    return book.form(
        "cycle-1", "performance", "assessed-on", on, "height", "1.7 m", "weight", weight);
  }

  private static Book blood(Book book, String on, String creatinine) {
    return book.form("cycle-1", "laboratory", "sampled-on", on, "creatinine", creatinine);
  }

  private static Book given(Book book, String at) {
    return book.form(
        "cycle-1", "administration", "agent", "paclitaxel", "cycle", "1", "started-at", at);
  }

  private static Patient read(Book book) {
    return PatientReading.read(book.sheets(), DAY);
  }

  private static void isNotRecorded(Derived<?> value, String en, String zh) {
    assertThat(value.isKnown()).isFalse();
    assertThat(value.sentence(Language.EN)).isEqualTo(en + " is not recorded");
    assertThat(value.sentence(Language.ZH)).isEqualTo(zh + "未记录");
  }

  @Test
  void whatIsNotRecordedIsMissingByItsName() {
    Patient nobody = read(new Book());

    isNotRecorded(nobody.sex(), "sex", "性别");
    isNotRecorded(nobody.ageYears(), "date of birth", "出生日期");
    isNotRecorded(nobody.heightCm(), "height", "身高");
    isNotRecorded(nobody.weightKg(), "weight", "体重");
    isNotRecorded(nobody.creatinineUmolPerL(), "creatinine", "肌酐");
    isNotRecorded(nobody.creatinineOn(), "creatinine", "肌酐");
    assertThat(nobody.measuredFiltrationMlPerMin()).isNull();
    assertThat(nobody.weightAtLastDoseKg()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"male, MALE", "female, FEMALE"})
  void sexIsReadFromDemography(String entered, Sex expected) {
    assertThat(read(new Book().form("screening", "demography", "sex", entered)).sex().get())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1965-04-14, 60", // the birthday itself completes the year
    "1965-04-15, 59",
    "1965-04, 60", // day unknown: as old as she can be
    "1965, 60"
  })
  void ageIsInCompletedYearsAndTheOlderOneWhenTheBirthdayIsNotWhollyKnown(
      String born, int expected) {
    assertThat(
            read(new Book().form("screening", "demography", "birth-date", born)).ageYears().get())
        .isEqualTo(expected);
  }

  @Test
  void theLatestValueUpToTheDayIsTakenInItsOwnUnit() {
    Book book = body(new Book(), "2025-03-03", "65 kg");
    body(book, DAY.toString(), "63.5 kg");
    body(book, DAY.plusDays(1).toString(), "50 kg");
    blood(book, "2025-03-03", "80 umol/L");
    blood(book, DAY.toString(), "1 mg/dL");
    blood(book, DAY.plusDays(1).toString(), "300 umol/L");

    Patient patient = read(book);

    assertThat(patient.heightCm().get()).isEqualByComparingTo("170");
    assertThat(patient.weightKg().get()).isEqualByComparingTo("63.5");
    // 88.42 umol/L in 1 mg/dL.
    assertThat(patient.creatinineUmolPerL().get()).isEqualByComparingTo("88.42");
    assertThat(patient.creatinineOn().get()).isEqualTo(DAY);
  }

  @Test
  void aFormWithoutTheValueOrWithoutItsDateIsPassedOver() {
    Book book = body(new Book(), "2025-03-03", "65 kg");
    body(book, "2025-04-01", "?not-done");
    body(book, "?unknown", "50 kg");

    assertThat(read(book).weightKg().get()).isEqualByComparingTo("65");
    assertThat(read(body(new Book(), "?unknown", "50 kg")).weightKg().isKnown()).isFalse();
  }

  @Test
  void theWeightOfTheLastDoseIsTheOneKnownWhenItWasGiven() {
    Book book = body(new Book(), "2025-03-01", "66 kg");
    body(book, "2025-03-24", "64 kg");
    body(book, "2025-04-10", "60 kg");
    given(book, "2025-03-24T09:00");
    given(book, "2025-03-03T09:00");
    given(book, DAY + "T08:00"); // of the day itself: not the last dose, but the one decided now

    Derived<BigDecimal> weight = Objects.requireNonNull(read(book).weightAtLastDoseKg());

    assertThat(weight.get()).isEqualByComparingTo("64");
  }

  @Test
  void withoutADoseOrWithoutAWeightBeforeItThereIsNoWeightOfTheLastDose() {
    assertThat(read(body(new Book(), "2025-03-01", "66 kg")).weightAtLastDoseKg()).isNull();
    Book weighedLater = body(given(new Book(), "2025-03-03T09:00"), "2025-03-04", "66 kg");
    assertThat(read(weighedLater).weightAtLastDoseKg()).isNull();
  }
}
