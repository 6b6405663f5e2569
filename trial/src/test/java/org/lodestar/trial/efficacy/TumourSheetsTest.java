package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Reader;

/** What the forms of one reader say of the tumour. */
class TumourSheetsTest {
  private static final LocalDate TREATED = LocalDate.of(2025, 1, 6);

  private static Book assessed(Book book, String visit, String on, String... itemsAndTexts) {
    String[] all = join(new String[] {"reader", "investigator", "assessed-on", on}, itemsAndTexts);
    return book.form(visit, "tumour-assessment", all);
  }

  private static Book lesion(
      Book book, String visit, String name, String role, String status, String... itemsAndTexts) {
    String[] first = {
      "lesion", name, "reader", "investigator", "role", role, "organ", "liver", "status", status
    };
    return book.form(visit, "lesion", join(first, itemsAndTexts));
  }

  private static String[] join(String[] first, String[] second) {
    String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static Book baseline() {
    Book book = assessed(new Book(), "screening", "2024-12-30");
    lesion(book, "screening", "T1", "target", "measured", "diameter", "3 cm", "node", "no");
    lesion(book, "screening", "T2", "target", "measured", "diameter", "20", "node", "yes");
    return lesion(book, "screening", "P", "non-target", "present");
  }

  private static Derived<TumourHistory> read(
      Book book, @Nullable LocalDate treated, boolean irradiatedExcluded) {
    return TumourSheets.read(
        book.sheets(), Reader.INVESTIGATOR, treated, irradiatedExcluded, LocalDate.MAX);
  }

  private static TumourAssessment first(Book book) {
    return read(book, TREATED, false).get().assessments().getFirst();
  }

  private static TargetFinding finding(String status, String... itemsAndTexts) {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07");
    return first(lesion(book, "tumour-1", "T1", "target", status, itemsAndTexts)).target("T1");
  }

  @Test
  void theBaselineHoldsTheTargetsInMillimetresAndTheOtherDisease() {
    BaselineDisease disease = read(baseline(), TREATED, false).get().baseline();

    assertThat(disease.date()).isEqualTo(LocalDate.of(2024, 12, 30));
    assertThat(disease.targets()).extracting(TargetLesion::id).containsExactly("T1", "T2");
    assertThat(disease.targets())
        .extracting(TargetLesion::kind)
        .containsExactly(LesionKind.NON_NODAL, LesionKind.NODAL);
    assertThat(disease.sumMm()).isEqualByComparingTo("50");
    assertThat(disease.nonTargets())
        .containsExactly(new NonTargetLesion("P", "liver", LesionKind.NON_NODAL));
    assertThat(disease.hasDisease()).isTrue();
  }

  @Test
  void theBaselineIsTheLastAssessmentUpToTheFirstTreatment() {
    Book book = baseline();
    assessed(book, "screening-2", "2025-01-06");
    lesion(book, "screening-2", "T1", "target", "measured", "diameter", "32");
    assessed(book, "tumour-1", "2025-01-07");

    assertThat(read(book, TREATED, false).get().baseline().date()).isEqualTo("2025-01-06");
    assertThat(read(book, TREATED, false).get().assessments())
        .extracting(TumourAssessment::visit)
        .containsExactly("tumour-1");
    assertThat(read(book, TREATED.minusDays(1), false).get().baseline().date())
        .isEqualTo("2024-12-30");
    // Before any treatment it is the first one recorded.
    assertThat(read(book, null, false).get().baseline().date()).isEqualTo("2024-12-30");
  }

  @Test
  void withoutAnAssessmentBeforeTreatmentThereIsNoBaseline() {
    Derived<TumourHistory> none =
        read(assessed(new Book(), "tumour-1", "2025-04-07"), TREATED, false);

    assertThat(none.isKnown()).isFalse();
    assertThat(none.sentence(Language.EN))
        .isEqualTo("There is no tumour assessment at baseline: -");
    assertThat(read(new Book(), null, false).isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"measured, ?not-done", "measured, 3 in", "absent, 0", "absent, 0 cm"})
  void aTargetWithoutADiameterAboveZeroLeavesNoBaselineAndIsNamed(String status, String diameter) {
    Book book = assessed(new Book(), "screening", "2024-12-30");
    lesion(book, "screening", "T1", "target", status, "diameter", diameter);

    Derived<TumourHistory> none = read(book, TREATED, false);

    assertThat(none.isKnown()).isFalse();
    assertThat(none.sentence(Language.EN))
        .isEqualTo("There is no tumour assessment at baseline: T1");
  }

  @Test
  void theDayOfAnAssessmentWithoutItsOwnIsThatOfItsFirstMeasurement() {
    Book book = new Book();
    lesion(
        book,
        "screening",
        "T1",
        "target",
        "measured",
        "diameter",
        "30",
        "measured-on",
        "2024-12-31");
    lesion(
        book,
        "screening",
        "T2",
        "target",
        "measured",
        "diameter",
        "30",
        "measured-on",
        "2024-12-29");

    assertThat(read(book, TREATED, false).get().baseline().date()).isEqualTo("2024-12-29");
  }

  @Test
  void anotherReadersFormsAreNotRead() {
    Book book = baseline();
    book.form(
        "screening",
        "lesion",
        "lesion",
        "T9",
        "reader",
        "central",
        "role",
        "target",
        "status",
        "measured",
        "diameter",
        "90");

    assertThat(read(book, TREATED, false).get().baseline().targets()).hasSize(2);
    assertThat(
            TumourSheets.read(book.sheets(), Reader.ADJUDICATOR, TREATED, false, LocalDate.MAX)
                .isKnown())
        .isFalse();
  }

  @Test
  void aTargetIsFoundAsItWasRecordedAndNeverAsZeroByDefault() {
    assertThat(finding("measured", "diameter", "1.2 cm"))
        .isEqualTo(new TargetFinding.Measured(new BigDecimal("12.0")));
    assertThat(finding("measured")).isEqualTo(new TargetFinding.NotEvaluable());
    assertThat(finding("too-small")).isEqualTo(new TargetFinding.TooSmall());
    assertThat(finding("too-small", "diameter", "4"))
        .isEqualTo(new TargetFinding.Measured(new BigDecimal("4")));
    assertThat(finding("absent")).isEqualTo(new TargetFinding.Absent());
    assertThat(finding("normal", "diameter", "8"))
        .isEqualTo(new TargetFinding.Measured(new BigDecimal("8")));
    assertThat(finding("merged-into", "merged-into", "T2"))
        .isEqualTo(new TargetFinding.MergedInto("T2"));
    assertThat(finding("merged-into")).isEqualTo(new TargetFinding.NotEvaluable());
    assertThat(finding("not-evaluable", "diameter", "8"))
        .isEqualTo(new TargetFinding.NotEvaluable());
    assertThat(finding("?unknown", "diameter", "8")).isEqualTo(new TargetFinding.NotEvaluable());
  }

  @Test
  void thePartsOfASplitLesionAreAddedUp() {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07");
    lesion(book, "tumour-1", "T1", "target", "split");
    lesion(book, "tumour-1", "T1a", "target", "split", "part-of", "T1", "diameter", "7");
    lesion(book, "tumour-1", "T1b", "target", "split", "part-of", "T1", "diameter", "0.9 cm");
    lesion(book, "tumour-1", "T2a", "target", "split", "part-of", "T2", "diameter", "40");

    TumourAssessment assessment = first(book);

    assertThat(assessment.target("T1"))
        .isEqualTo(new TargetFinding.Split(List.of(new BigDecimal("7"), new BigDecimal("9.0"))));
    lesion(book, "tumour-1", "T1c", "target", "split", "part-of", "T1");
    assertThat(first(book).target("T1")).isEqualTo(new TargetFinding.NotEvaluable());
    assertThat(finding("split")).isEqualTo(new TargetFinding.NotEvaluable());
  }

  @Test
  void anIrradiatedTargetIsLeftOutOnlyWhereTheTrialSaysSo() {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07");
    lesion(book, "tumour-1", "T1", "target", "measured", "diameter", "12", "irradiated", "yes");
    lesion(book, "tumour-1", "T2", "target", "measured", "diameter", "12", "irradiated", "no");

    TumourAssessment kept = first(book);
    TumourAssessment excluded = read(book, TREATED, true).get().assessments().getFirst();

    assertThat(kept.irradiated()).isEqualTo(Set.of("T1"));
    assertThat(kept.target("T1")).isEqualTo(new TargetFinding.Measured(new BigDecimal("12")));
    assertThat(excluded.target("T1")).isEqualTo(new TargetFinding.NotEvaluable());
    assertThat(excluded.target("T2")).isEqualTo(new TargetFinding.Measured(new BigDecimal("12")));
  }

  @ParameterizedTest
  @CsvSource({
    "present, PRESENT",
    "absent, ABSENT",
    "normal, NORMAL",
    "unequivocal-progression, UNEQUIVOCAL_PROGRESSION",
    "not-evaluable, NOT_EVALUABLE"
  })
  void otherDiseaseIsFoundByItsStatus(String status, NonTargetFinding expected) {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07");
    assertThat(first(lesion(book, "tumour-1", "P", "non-target", status)).nonTarget("P"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CR, ABSENT",
    "NON-CR/NON-PD, PRESENT",
    "PD, UNEQUIVOCAL_PROGRESSION",
    "NE, NOT_EVALUABLE"
  })
  void whatIsSaidOfOtherDiseaseAsAWholeStandsForEachLesionNotListed(
      String response, NonTargetFinding expected) {
    assertThat(
            first(assessed(baseline(), "tumour-1", "2025-04-07", "non-target", response))
                .nonTarget("P"))
        .isEqualTo(expected);
  }

  @Test
  void aLesionListedByItselfOutweighsTheWholeExceptForProgression() {
    Book listed = assessed(baseline(), "tumour-1", "2025-04-07", "non-target", "CR");
    lesion(listed, "tumour-1", "P", "non-target", "present");
    assertThat(first(listed).nonTarget("P")).isEqualTo(NonTargetFinding.PRESENT);

    Book progression = assessed(baseline(), "tumour-1", "2025-04-07", "non-target", "PD");
    lesion(progression, "tumour-1", "P", "non-target", "present");
    assertThat(first(progression).nonTarget("P"))
        .isEqualTo(NonTargetFinding.UNEQUIVOCAL_PROGRESSION);
  }

  @ParameterizedTest
  @CsvSource({
    "unequivocal, UNEQUIVOCAL",
    "measured, UNEQUIVOCAL",
    "equivocal, EQUIVOCAL",
    "resolved, RESOLVED",
    "absent, RESOLVED"
  })
  void aNewLesionIsAsSureAsTheReaderIs(String status, NewLesion.Certainty expected) {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07", "new-lesion", "unequivocal");
    lesion(book, "tumour-1", "N1", "new", status, "diameter", "14");

    // The lesion that is listed stands for what was said of new lesions as a whole.
    assertThat(first(book).newLesions())
        .containsExactly(new NewLesion("N1", expected, new BigDecimal("14")));
  }

  @Test
  void aNewLesionThatIsOnlySaidToBeThereIsOneWithoutAMeasure() {
    assertThat(
            first(assessed(baseline(), "tumour-1", "2025-04-07", "new-lesion", "equivocal"))
                .newLesions())
        .containsExactly(new NewLesion("new-lesion", NewLesion.Certainty.EQUIVOCAL));
    assertThat(
            first(assessed(baseline(), "tumour-1", "2025-04-07", "new-lesion", "none"))
                .newLesions())
        .isEmpty();
  }

  @Test
  void everyFindingLeadsToItsEntries() {
    Book book = assessed(baseline(), "tumour-1", "2025-04-07", "non-target", "CR");
    lesion(book, "tumour-1", "T1", "target", "measured", "diameter", "12");
    TumourHistory history = read(book, TREATED, false).get();

    assertThat(history.source("tumour-1", "T1")).hasSize(3); // role, status, diameter
    assertThat(history.ofAssessment("tumour-1")).hasSize(2); // its day, and the other disease
    assertThat(history.source(VisitResponse.BASELINE, "P")).hasSize(2);
    assertThat(history.ofAssessment(VisitResponse.BASELINE)).hasSize(1);
    assertThat(read(book, TREATED, false).facts())
        .extracting(fact -> fact.item())
        .contains("lesion.diameter", "tumour-assessment.non-target");
  }
}
