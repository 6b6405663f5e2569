package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class LaboratoryGradingTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static Book treated() {
    return new Book()
        .form(
            "cycle-1", "administration", "agent", "carboplatin", "started-at", "2025-01-06T09:00");
  }

  private static Derived<Integer> grade(Book book, String visit, String term) {
    return findings(book).stream()
        .filter(each -> each.visit().equals(visit) && each.term().equals(term))
        .findFirst()
        .orElseThrow()
        .grade();
  }

  private static List<LaboratoryGrading.Finding> findings(Book book) {
    return LaboratoryGrading.derive(book.sheets(), PROTOCOL, TreatmentDates.read(book.sheets()));
  }

  @Test
  void aValueIsGradedWithItsLimitsInWhateverUnitItWasEntered() {
    Book book =
        treated()
            .form(
                "cycle-2",
                "laboratory",
                "sampled-on",
                "2025-01-27",
                "creatinine",
                "1.6 mg/dL",
                "creatinine-lln",
                "0.6 mg/dL",
                "creatinine-uln",
                "88.42 umol/L");
    Derived<Integer> creatinine = grade(book, "cycle-2", "Creatinine increased");
    assertThat(creatinine.get()).isEqualTo(2);
    assertThat(creatinine.sentence(Language.EN))
        .isEqualTo(
            "Creatinine increased by laboratory value 141.472 umol/L (limits 53.052 to 88.42):"
                + " grade 2");
    assertThat(creatinine.facts()).hasSize(3);
  }

  @Test
  void aValueInAUnitThatTheFormDoesNotHaveIsShownAsNotGraded() {
    Book book =
        treated()
            .form(
                "cycle-2", "laboratory", "sampled-on", "2025-01-27", "haemoglobin", "9.5 furlong");
    assertThat(grade(book, "cycle-2", "Anemia").isKnown()).isFalse();
    assertThat(grade(book, "cycle-2", "Anemia").sentence(Language.EN)).contains("furlong");
  }

  @Test
  void aTestWithTwoDirectionsHasTwoFindings() {
    Book book =
        treated()
            .form(
                "cycle-2",
                "laboratory",
                "sampled-on",
                "2025-01-27",
                "haemoglobin",
                "95 g/L",
                "haemoglobin-lln",
                "130 g/L",
                "haemoglobin-uln",
                "175 g/L");
    assertThat(grade(book, "cycle-2", "Anemia").get()).isEqualTo(2);
    assertThat(grade(book, "cycle-2", "Hemoglobin increased").get()).isZero();
  }

  @Test
  void aMissingLimitLeavesTheGradeMissingAndNeverZero() {
    Book book =
        treated()
            .form("cycle-2", "laboratory", "sampled-on", "2025-01-27", "haemoglobin", "110 g/L");
    Derived<Integer> anaemia = grade(book, "cycle-2", "Anemia");
    assertThat(anaemia.isKnown()).isFalse();
    assertThat(anaemia.sentence(Language.EN))
        .isEqualTo("Anemia cannot be graded: the lower limit of normal is missing");
  }

  @Test
  void anAbnormalBaselineIsGradedOnLimitsAndLaterValuesAgainstIt() {
    Book book =
        treated()
            .form(
                "screening",
                "laboratory",
                "sampled-on",
                "2025-01-02",
                "alt",
                "100 U/L",
                "alt-lln",
                "7 U/L",
                "alt-uln",
                "40 U/L")
            .form(
                "cycle-2",
                "laboratory",
                "sampled-on",
                "2025-01-27",
                "alt",
                "140 U/L",
                "alt-lln",
                "7 U/L",
                "alt-uln",
                "40 U/L");
    String term = "Alanine aminotransferase increased";
    assertThat(grade(book, "screening", term).get()).isEqualTo(1);
    assertThat(grade(book, "cycle-2", term).get()).isZero();
  }

  @Test
  void calciumIsNeverGradedWithoutAlbumin() {
    Book book =
        treated()
            .form(
                "cycle-2",
                "laboratory",
                "sampled-on",
                "2025-01-27",
                "calcium",
                "2.0 mmol/L",
                "calcium-lln",
                "2.1 mmol/L",
                "calcium-uln",
                "2.6 mmol/L")
            .form(
                "cycle-3",
                "laboratory",
                "sampled-on",
                "2025-02-17",
                "calcium",
                "2.0 mmol/L",
                "calcium-lln",
                "2.1 mmol/L",
                "calcium-uln",
                "2.6 mmol/L",
                "albumin",
                "30 g/L");
    assertThat(grade(book, "cycle-2", "Hypocalcemia").isKnown()).isFalse();
    Derived<Integer> corrected = grade(book, "cycle-3", "Hypocalcemia");
    assertThat(corrected.get()).isZero();
    assertThat(((Derived<?>) corrected.inputs().getFirst()).sentence(Language.EN))
        .isEqualTo("calcium corrected for albumin: 2.0 + 0.02 x (40 - 30) = 2.20 mmol/L");
  }

  @Test
  void aWorseGradeThatSymptomsWouldGiveIsShown() {
    Book book =
        treated()
            .form(
                "cycle-2",
                "laboratory",
                "sampled-on",
                "2025-01-27",
                "potassium",
                "3.2 mmol/L",
                "potassium-lln",
                "3.5 mmol/L",
                "potassium-uln",
                "5.3 mmol/L");
    assertThat(grade(book, "cycle-2", "Hypokalemia").sentence(Language.ZH))
        .isEqualTo("依据检验值 3.2 mmol/L（参考范围 3.5 至 5.3），低钾血症：1 级；若有症状，则为 2 级");
  }

  @Test
  void theBaselineIsTheLastValueUpToTheFirstTreatment() {
    Book book = treated();
    alt(book, "screening", "2024-12-20", "30 U/L");
    alt(book, "cycle-1", "2025-01-06", "100 U/L");
    alt(book, "cycle-2", "2025-01-27", "140 U/L");
    String term = "Alanine aminotransferase increased";

    // 140 is 1.4 times the abnormal 100 of day 1; above 3 times the limit it would be grade 2.
    assertThat(grade(book, "cycle-2", term).get()).isZero();
    assertThat(grade(book, "cycle-1", term).get()).isEqualTo(1);
    Book normal = treated();
    alt(normal, "screening", "2024-12-20", "30 U/L");
    alt(normal, "cycle-2", "2025-01-27", "140 U/L");
    assertThat(grade(normal, "cycle-2", term).get()).isEqualTo(2);
  }

  private static Book alt(Book book, String visit, String on, String value) {
    return book.form(
        visit,
        "laboratory",
        "sampled-on",
        on,
        "alt",
        value,
        "alt-lln",
        "7 U/L",
        "alt-uln",
        "40 U/L");
  }

  @Test
  void findingsAreToldByDateThenByItemAndTerm() {
    Book book = treated();
    book.form("cycle-2", "laboratory", "sampled-on", "2025-01-27", "sodium", "140", "alt", "30");
    book.form("screening", "laboratory", "sampled-on", "2025-01-02", "haemoglobin", "130");

    assertThat(findings(book))
        .extracting(finding -> finding.visit() + " " + finding.item() + " " + finding.term())
        .containsExactly(
            "screening haemoglobin Anemia",
            "screening haemoglobin Hemoglobin increased",
            "cycle-2 alt Alanine aminotransferase increased",
            "cycle-2 sodium Hypernatremia",
            "cycle-2 sodium Hyponatremia");
  }

  @Test
  void aSampleWithoutItsDayOrAValueThatWasNotTakenIsNotGraded() {
    Book book = treated();
    book.form("cycle-2", "laboratory", "sampled-on", "?unknown", "haemoglobin", "95");
    book.form("cycle-3", "laboratory", "sampled-on", "2025-01-27", "haemoglobin", "?not-done");

    assertThat(findings(book)).isEmpty();
  }

  @Test
  void theTestsOfHeartAndThyroidAreGradedByTheirOwnDay() {
    Book book =
        treated().form("cycle-2", "cardiac-thyroid", "tested-on", "2025-01-27", "qtcf", "501 ms");

    assertThat(findings(book)).isNotEmpty();
    assertThat(findings(book).getFirst().sampledOn()).isEqualTo("2025-01-27");
    assertThat(findings(book).getFirst().grade().get()).isEqualTo(3);
  }

  @Test
  void withAnotherDictionaryNothingIsGraded() {
    Book book =
        treated().form("cycle-2", "laboratory", "sampled-on", "2025-01-27", "haemoglobin", "95");
    Protocol other =
        ShippedTrial.folder()
            .with(
                "protocol.yaml",
                "dictionary: {value: CTCAE v5.0",
                "dictionary: {value: CTCAE v4.03")
            .protocol();

    assertThat(LaboratoryGrading.derive(book.sheets(), other, TreatmentDates.read(book.sheets())))
        .isEmpty();
  }

  @Test
  void aBaselineIsJudgedByTheLimitsOfItsOwnReport() {
    Book book = treated();
    book.form(
        "screening",
        "laboratory",
        "sampled-on",
        "2025-01-02",
        "alt",
        "100 U/L",
        "alt-lln",
        "7 U/L",
        "alt-uln",
        "120 U/L");
    alt(book, "cycle-2", "2025-01-27", "140 U/L");
    Derived<Integer> later = grade(book, "cycle-2", "Alanine aminotransferase increased");

    // Normal at baseline, and now above three times the limit of 40.
    assertThat(later.get()).isEqualTo(2);
    assertThat(later.facts()).hasSize(4); // value, both limits, and the baseline
  }
}
