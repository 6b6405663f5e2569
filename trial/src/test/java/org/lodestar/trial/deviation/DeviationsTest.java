package org.lodestar.trial.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.AnalysisSet;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class DeviationsTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static Book consented() {
    return new Book().form("screening", "consent", "signed-on", "2024-12-20", "type", "initial");
  }

  private static Book given(Book book, String agent, String cycle, String at, String dose) {
    return book.form(
            "cycle-" + cycle,
            "prescription",
            "agent",
            agent,
            "cycle",
            cycle,
            "decision",
            "give",
            "dose",
            dose)
        .form(
            "cycle-" + cycle,
            "administration",
            "agent",
            agent,
            "cycle",
            cycle,
            "started-at",
            at,
            "dose",
            dose);
  }

  private static Book fractions(Book book, LocalDate from, int count, String dose) {
    for (int i = 1; i <= count; i++) {
      book.form(
          "radiotherapy",
          "fraction",
          "number",
          String.valueOf(i),
          "delivered-at",
          from.plusDays(i - 1) + "T10:00",
          "status",
          "complete",
          "dose",
          dose);
    }
    return book;
  }

  private static List<Derived<Deviation>> derive(Book book, String asOf) {
    return derive(book, asOf, PROTOCOL);
  }

  private static List<Derived<Deviation>> derive(Book book, String asOf, Protocol protocol) {
    LocalDate day = LocalDate.parse(asOf);
    ParticipantEfficacy efficacy =
        EfficacyDerivation.derive(
            book.sheets(),
            protocol,
            Derived.of(EfficacyRule.ORIGIN, LocalDate.of(2025, 1, 2), new FactRef(1, "on")),
            day);
    return Deviations.derive(book.sheets(), protocol, efficacy, day);
  }

  private static List<DeviationRule> rules(Book book, String asOf) {
    return derive(book, asOf).stream().map(found -> found.get().rule()).toList();
  }

  private static final String EARLY = "2025-03-20";

  @Test
  void aTrialThatFollowsTheProtocolHasNoDeviation() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-01-27T09:00", "200 mg");
    fractions(book, LocalDate.of(2025, 1, 27), 25, "1.8 Gy");
    assertThat(derive(book, EARLY)).isEmpty();
  }

  @Test
  void aFractionBeforeDayOneOfCycleTwoIsADeviation() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-01-28T09:00", "200 mg");
    fractions(book, LocalDate.of(2025, 1, 27), 25, "180 cGy");
    List<Derived<Deviation>> found = derive(book, EARLY);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().sentence(Language.EN))
        .isEqualTo("fraction 1 on 2025-01-27, before day 1 of cycle 2 (2025-01-28)");
    assertThat(found.getFirst().facts()).isNotEmpty();
    assertThat(found.getFirst().get().subject()).isEqualTo("deviation.fraction-before-cycle/1");
  }

  @Test
  void theTwentySixthFractionIsADeviation() {
    Book book = fractions(consented(), LocalDate.of(2025, 1, 27), 26, "1.8 Gy");
    assertThat(rules(book, EARLY)).contains(DeviationRule.FRACTION_BEYOND_PLAN);
  }

  @Test
  void twentyFourFractionsAreADeviationOnlyOnceTheCourseIsOver() {
    Book book = fractions(consented(), LocalDate.of(2025, 1, 27), 24, "1.8 Gy");
    assertThat(rules(book, EARLY)).doesNotContain(DeviationRule.FRACTIONS_MISSING);
    book.form("radiotherapy", "rt-milestones", "ended-on", "2025-02-28");
    assertThat(rules(book, EARLY)).contains(DeviationRule.FRACTIONS_MISSING);
  }

  @Test
  void anotherDosePerFractionIsADeviation() {
    Book book = fractions(consented(), LocalDate.of(2025, 1, 27), 1, "2.0 Gy");
    assertThat(rules(book, EARLY)).containsExactly(DeviationRule.FRACTION_DOSE);
  }

  @Test
  void aDoseFarFromThePrescribedOrTheFixedOneIsADeviation() {
    Book book =
        consented()
            .form(
                "cycle-1",
                "prescription",
                "agent",
                "carboplatin",
                "cycle",
                "1",
                "decision",
                "give",
                "dose",
                "450 mg")
            .form(
                "cycle-1",
                "administration",
                "agent",
                "carboplatin",
                "cycle",
                "1",
                "started-at",
                "2025-01-06T09:00",
                "dose",
                "600 mg");
    given(book, "camrelizumab", "1", "2025-01-06T10:00", "100 mg");
    assertThat(rules(book, EARLY))
        .containsExactly(DeviationRule.DRUG_DOSE, DeviationRule.DRUG_DOSE);
    assertThat(derive(book, EARLY).getFirst().sentence(Language.EN))
        .startsWith("carboplatin in cycle 1 on 2025-01-06: 600 mg given, 450 mg prescribed");
    assertThat(derive(book, EARLY).getLast().sentence(Language.EN))
        .contains("100 mg given, 200 mg fixed by the protocol");
  }

  @Test
  void aDrugGivenWithoutOrAgainstAPrescriptionIsADeviation() {
    Book book =
        consented()
            .form(
                "cycle-1",
                "administration",
                "agent",
                "carboplatin",
                "cycle",
                "1",
                "started-at",
                "2025-01-06T09:00",
                "dose",
                "450 mg")
            .form(
                "cycle-2", "prescription", "agent", "carboplatin", "cycle", "2", "decision", "hold")
            .form(
                "cycle-2",
                "administration",
                "agent",
                "carboplatin",
                "cycle",
                "2",
                "started-at",
                "2025-01-27T09:00",
                "dose",
                "450 mg");
    assertThat(rules(book, EARLY))
        .containsExactly(DeviationRule.NOT_PRESCRIBED, DeviationRule.GIVEN_AGAINST_DECISION);
  }

  @Test
  void treatmentBeforeOrWithoutConsentIsADeviation() {
    Book early = given(consented(), "camrelizumab", "1", "2024-12-19T09:00", "200 mg");
    assertThat(rules(early, "2025-01-10")).containsExactly(DeviationRule.CONSENT_AFTER_PROCEDURE);
    Book without = given(new Book(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    assertThat(derive(without, EARLY).getFirst().sentence(Language.EN))
        .isEqualTo("study drug on 2025-01-06, before consent (none on record)");
  }

  @Test
  void anAssessmentOutsideItsWindowAndOneMissedAreDeviations() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    book.form(
        "tumour-1", "tumour-assessment", "reader", "investigator", "assessed-on", "2025-04-22");
    signed(book, "2025-06-30", "2.0");
    assertThat(rules(book, "2025-07-21")).containsExactly(DeviationRule.ASSESSMENT_OUTSIDE_WINDOW);
    assertThat(rules(book, "2025-07-22"))
        .containsExactly(DeviationRule.ASSESSMENT_OUTSIDE_WINDOW, DeviationRule.ASSESSMENT_MISSED);
  }

  @Test
  void afterDeathNoAssessmentIsMissed() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    book.form("death", "death", "died-on", "2025-03-01", "cause", "disease");
    assertThat(rules(book, "2026-01-01")).isEmpty();
  }

  @Test
  void aLateReportOfASeriousEventIsADeviation() {
    Book book =
        consented()
            .form(
                "unscheduled",
                "serious-adverse-event",
                "event",
                "1",
                "report",
                "initial",
                "aware-at",
                "2025-02-10T16:30",
                "reported-at",
                "2025-02-12T09:00");
    assertThat(rules(book, EARLY)).containsExactly(DeviationRule.SERIOUS_REPORT_LATE);
  }

  @Test
  void aProhibitedMedicineUnderTreatmentIsADeviationAndOneBeforeItIsNot() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    medicine(book, "live-vaccine", "2024-11-02", "2024-11-02");
    medicine(book, "antiemetic", "2025-01-06", "2025-01-08");
    assertThat(rules(book, EARLY)).isEmpty();
    medicine(book, "live-vaccine", "2025-01", "2025-01-06");
    assertThat(derive(book, EARLY).getFirst().sentence(Language.EN))
        .isEqualTo(
            "measles (live-vaccine) from 2025-01, a class that is prohibited during study"
                + " treatment");
  }

  private static void medicine(Book book, String group, String from, String until) {
    book.form(
        "unscheduled",
        "concomitant-medication",
        "name",
        "measles",
        "class",
        group,
        "started-on",
        from,
        "ended-on",
        until);
  }

  @Test
  void aCriterionFoundNotMetLaterIsADeviation() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    assertThat(rules(book, EARLY)).doesNotContain(DeviationRule.NOT_ELIGIBLE);
    book.form("screening", "performance", "ecog", "2");
    assertThat(rules(book, EARLY)).contains(DeviationRule.NOT_ELIGIBLE);
  }

  @Test
  void aLateCycleIsADeviationUnlessAPrescriptionHeldIt() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-02-05T09:00", "200 mg");
    assertThat(rules(book, EARLY)).contains(DeviationRule.CYCLE_OUTSIDE_WINDOW);
    book.form("cycle-2", "prescription", "agent", "carboplatin", "cycle", "2", "decision", "hold");
    assertThat(rules(book, EARLY)).doesNotContain(DeviationRule.CYCLE_OUTSIDE_WINDOW);
  }

  @Test
  void aFirstFractionAfterItsWindowIsADeviation() {
    Book book = given(consented(), "camrelizumab", "1", "2025-03-03T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-03-24T09:00", "200 mg");
    fractions(book, LocalDate.of(2025, 3, 27), 1, "1.8 Gy");
    assertThat(rules(book, "2025-03-28")).isEmpty();
    Book late = given(consented(), "camrelizumab", "1", "2025-03-03T09:00", "200 mg");
    given(late, "camrelizumab", "2", "2025-03-24T09:00", "200 mg");
    fractions(late, LocalDate.of(2025, 3, 28), 1, "1.8 Gy");
    assertThat(rules(late, "2025-03-29")).containsExactly(DeviationRule.RADIOTHERAPY_STARTS_LATE);
  }

  @Test
  void aPlanOfAnotherDoseAndAnUnacceptableReviewAreDeviations() {
    Book book =
        consented()
            .form(
                "planning",
                "rt-plan",
                "approved-on",
                "2025-01-20",
                "dose",
                "5040 cGy",
                "fractions",
                "28")
            .form(
                "planning",
                "rt-review",
                "reviewed-on",
                "2025-01-21",
                "subject",
                "volumes",
                "verdict",
                "unacceptable-variation")
            .form(
                "planning",
                "rt-review",
                "reviewed-on",
                "2025-01-21",
                "subject",
                "plan",
                "verdict",
                "acceptable-variation");
    assertThat(derive(book, EARLY).stream().map(found -> found.sentence(Language.EN)))
        .containsExactly(
            "the plan approved on 2025-01-20 gives 50.40 Gy in 28 fractions; the protocol"
                + " prescribes 45.0 Gy in 25",
            "review of 2025-01-21 called the volumes an unacceptable variation");
  }

  @Test
  void nobodyLeavesTheSetsOfTimeToEventAnalyses() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    book.form("screening", "performance", "ecog", "2");
    var sets = sets(book);
    assertThat(sets.get(AnalysisSet.ENROLLED).get()).isTrue();
    assertThat(sets.get(AnalysisSet.TREATED).get()).isTrue();
    assertThat(sets.get(AnalysisSet.PER_PROTOCOL).get()).isFalse();
    assertThat(sets.get(AnalysisSet.EVALUABLE).get()).isFalse();
    assertThat(sets.get(AnalysisSet.PER_PROTOCOL).facts()).isNotEmpty();
    assertThat(sets(consented()).get(AnalysisSet.TREATED).get()).isFalse();
  }

  private static java.util.Map<AnalysisSet, Derived<Boolean>> sets(Book book) {
    LocalDate day = LocalDate.parse(EARLY);
    Derived<LocalDate> enrolment =
        Derived.of(EfficacyRule.ORIGIN, LocalDate.of(2025, 1, 2), new FactRef(1, "on"));
    return AnalysisMembership.derive(
        Derived.of(EfficacyRule.ORIGIN, true, enrolment),
        EfficacyDerivation.derive(book.sheets(), PROTOCOL, enrolment, day),
        derive(book, EARLY));
  }

  // Version 2.0 of the consent form is valid from 2025-06-30, due at the next visit.

  private static Book maintained(String... days) {
    Book book =
        new Book().form("screening", "consent", "signed-on", "2024-12-20", "version", "1.0");
    given(book, "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    fractions(book, LocalDate.of(2025, 1, 27), 25, "1.8 Gy");
    for (int i = 0; i < days.length; i++) {
      book.form(
          "maintenance-" + (i + 1),
          "administration",
          "agent",
          "camrelizumab",
          "started-at",
          days[i] + "T09:00");
    }
    return book;
  }

  private static Book signed(Book book, String on, String version) {
    return book.form("running", "consent", "signed-on", on, "version", version);
  }

  private static List<Derived<Deviation>> ofConsent(Book book, String asOf) {
    return derive(book, asOf).stream()
        .filter(found -> found.get().rule().id().contains("consent"))
        .toList();
  }

  private static List<DeviationRule> consentRules(Book book, String asOf) {
    return ofConsent(book, asOf).stream().map(found -> found.get().rule()).toList();
  }

  @Test
  void aReconsentOnTheDayOfTheNextVisitIsNoDeviation() {
    Book book = signed(maintained("2025-06-11", "2025-07-02", "2025-07-23"), "2025-07-02", "2.0");
    assertThat(ofConsent(book, "2025-08-01")).isEmpty();
  }

  @Test
  void aReconsentAfterItIsLateAndWhatWasGivenInBetweenIsNamed() {
    Book book =
        signed(
            maintained("2025-06-11", "2025-07-02", "2025-07-23", "2025-08-13"),
            "2025-08-01",
            "2.0");
    List<Derived<Deviation>> found = ofConsent(book, "2025-08-20");

    assertThat(found)
        .extracting(each -> each.get().rule())
        .containsExactly(DeviationRule.PROCEDURE_WITHOUT_RECONSENT, DeviationRule.RECONSENT_LATE);
    assertThat(found.getFirst().sentence(Language.EN))
        .isEqualTo(
            "study drug on 2025-07-23, after consent version 2.0 was due (2025-07-02) and before"
                + " it was signed");
    assertThat(found.getLast().sentence(Language.EN))
        .isEqualTo("consent version 2.0 was signed on 2025-08-01; it was due by 2025-07-02");
    assertThat(found.getLast().get().severity()).isEqualTo(Severity.MINOR);
    assertThat(found).allSatisfy(each -> assertThat(each.facts()).isNotEmpty());
    assertThat(found)
        .allSatisfy(each -> assertThat(each.sentence(Language.ZH)).contains("知情同意书 2.0 版"));
  }

  @Test
  void aReconsentThatIsNotThereIsMissingFromTheDayAfterTheVisit() {
    Book book = maintained("2025-06-11", "2025-07-02");

    assertThat(ofConsent(book, "2025-07-02")).isEmpty();
    assertThat(consentRules(book, "2025-07-03")).containsExactly(DeviationRule.RECONSENT_MISSING);
  }

  @Test
  void afterADeathBeforeTheVisitNothingIsMissingAndAfterItItIs() {
    Book before = maintained("2025-06-11").form("running", "death", "died-on", "2025-07-01");
    Book after =
        maintained("2025-06-11", "2025-07-02").form("running", "death", "died-on", "2025-07-10");

    assertThat(ofConsent(before, "2025-08-01")).isEmpty();
    assertThat(consentRules(after, "2025-08-01")).containsExactly(DeviationRule.RECONSENT_MISSING);
  }

  @Test
  void aFirstConsentOnTheFormBeforeTheOneInForceStaysADeviation() {
    Book old = new Book().form("screening", "consent", "signed-on", "2025-07-01", "version", "1.0");
    assertThat(consentRules(old, "2025-07-05")).containsExactly(DeviationRule.CONSENT_OUTDATED);
    assertThat(consentRules(signed(old, "2025-07-20", "2.0"), "2025-08-01"))
        .containsExactly(DeviationRule.CONSENT_OUTDATED);
    Book right =
        new Book().form("screening", "consent", "signed-on", "2025-07-01", "version", "2.0");
    assertThat(ofConsent(right, "2025-08-01")).isEmpty();
  }

  @Test
  void aCourseThatWasGivenUpBeforeItsFirstWholeFractionIsADeviation() {
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-01-27T09:00", "200 mg");
    book.form(
        "running",
        "discontinuation",
        "agent",
        "radiotherapy",
        "stopped-on",
        "2025-01-28",
        "reason",
        "participant");
    assertThat(rules(book, EARLY)).containsExactly(DeviationRule.FRACTIONS_MISSING);
    assertThat(derive(book, EARLY).getFirst().sentence(Language.EN))
        .isEqualTo("radiotherapy ended on 2025-01-28 after 0 of 25 fractions");
    assertThat(sets(book).get(AnalysisSet.PER_PROTOCOL).get()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2025-01-27, 0", "2025-01-26, 1"})
  void aFractionOnThePlannedDayOfADelayedCycleIsNoDeviationWhereRadiotherapyDoesNotWait(
      LocalDate first, int deviations) {
    Protocol starts =
        ShippedTrial.folder().decided("radiotherapy.delayed-cycle", "starts").protocol();
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-02-03T09:00", "200 mg");
    fractions(book, first, 25, "1.8 Gy");
    List<Derived<Deviation>> found =
        derive(book, EARLY, starts).stream()
            .filter(each -> each.get().rule() == DeviationRule.FRACTION_BEFORE_CYCLE)
            .toList();
    assertThat(found).hasSize(deviations);
    assertThat(rules(book, EARLY)).contains(DeviationRule.FRACTION_BEFORE_CYCLE);
  }

  @Test
  void assessmentsAreMissedByTheDayFromWhichTheTrialPlansThem() {
    Protocol fromEnd =
        ShippedTrial.folder().decided("imaging.schedule-origin", "radiotherapy-end").protocol();
    Book book = given(consented(), "camrelizumab", "1", "2025-01-06T09:00", "200 mg");
    given(book, "camrelizumab", "2", "2025-01-27T09:00", "200 mg");
    assertThat(rules(book, "2025-06-01")).contains(DeviationRule.ASSESSMENT_MISSED);
    assertThat(derive(book, "2025-06-01", fromEnd))
        .extracting(found -> found.get().rule())
        .doesNotContain(DeviationRule.ASSESSMENT_MISSED);
  }
}
