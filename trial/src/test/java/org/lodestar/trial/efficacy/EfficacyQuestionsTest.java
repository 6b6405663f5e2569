package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.trial.efficacy.TreatedBook.assessed;
import static org.lodestar.trial.efficacy.TreatedBook.derive;
import static org.lodestar.trial.efficacy.TreatedBook.treated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** What efficacy says while something is open or missing, and from where its times are counted. */
class EfficacyQuestionsTest {
  private static Book responding() {
    return assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
  }

  private static Protocol without(String setting) {
    return ShippedTrial.folder().undecided(setting).protocol();
  }

  private static void isOpen(Derived<?> value, String setting) {
    assertThat(value.isKnown()).as(value.rule().id()).isFalse();
    assertThat(value.sentence(Language.EN)).contains("leaves open").contains(setting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imaging.too-small-mm",
        "imaging.stable-min-days",
        "imaging.irradiated-lesions",
        "imaging.baseline-reset-after-induction"
      })
  void whileTheCriteriaAreLeftOpenNothingThatRestsOnThemIsSaid(String setting) {
    ParticipantEfficacy efficacy = derive(responding(), without(setting));

    assertThat(efficacy.response()).isEmpty();
    isOpen(efficacy.best(), setting);
    isOpen(efficacy.progression(), setting);
    isOpen(efficacy.immune(), setting);
    isOpen(efficacy.responseInTime(), setting);
    // Not "censored, without a baseline": she has one.
    isOpen(efficacy.progressionFreeSurvival(), setting);
    isOpen(efficacy.durationOfResponse(), setting);
    isOpen(efficacy.nominalVisit(), setting);
    isOpen(efficacy.intervalTime(), setting);
    assertThat(efficacy.overallSurvival().isKnown()).isTrue();
  }

  @Test
  void whileTheOriginIsLeftOpenTimesAreMissingAndResponsesAreNot() {
    ParticipantEfficacy efficacy = derive(responding(), without("endpoint.pfs-origin"));

    isOpen(efficacy.progressionFreeSurvival(), "endpoint.pfs-origin");
    isOpen(efficacy.best(), "endpoint.pfs-origin");
    isOpen(efficacy.durationOfResponse(), "endpoint.pfs-origin");
    isOpen(efficacy.responseInTime(), "endpoint.pfs-origin");
    assertThat(efficacy.response().orElseThrow().visits().getFirst().overall().get())
        .isEqualTo(Response.PR);
    isOpen(
        derive(responding(), without("endpoint.os-origin")).overallSurvival(),
        "endpoint.os-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint.censoring-rules", "endpoint.missed-assessments"})
  void whileTheRulesOfCensoringAreLeftOpenThereIsNoTime(String setting) {
    isOpen(derive(responding(), without(setting)).progressionFreeSurvival(), setting);
  }

  @Test
  void theQuestionsOfEachFigureAreNamedByIt() {
    isOpen(
        derive(responding(), without("imaging.confirmation-required")).durationOfResponse(),
        "imaging.confirmation-required");
    isOpen(
        derive(responding(), without("imaging.confirmation-required")).responseInTime(),
        "imaging.confirmation-required");
    isOpen(
        derive(responding(), without("endpoint.landmark-day")).nominalVisit(),
        "endpoint.landmark-day");
    isOpen(
        derive(responding(), without("follow-up.lost-after-attempts")).lost(),
        "follow-up.lost-after-attempts");
    Protocol noLevel = without("endpoint.confidence-percent");
    ParticipantEfficacy one = derive(responding());
    isOpen(Endpoints.responseRate(List.of(one.best()), noLevel), "endpoint.confidence-percent");
    isOpen(
        Endpoints.diseaseControlRate(List.of(one.best()), noLevel), "endpoint.confidence-percent");
    isOpen(
        Endpoints.landmark(
            Endpoints.curve(List.of(one.progressionFreeSurvival())),
            without("endpoint.landmark-day")),
        "endpoint.landmark-day");
  }

  @Test
  void ofNobodyThereIsNoRateAndNoCurve() {
    Protocol protocol = TreatedBook.PROTOCOL;

    assertThat(Endpoints.responseRate(List.of(), protocol).sentence(Language.EN))
        .isEqualTo("No participant of the set has a time");
    assertThat(Endpoints.landmark(Endpoints.curve(List.of()), protocol).sentence(Language.EN))
        .isEqualTo("No participant of the set has a time");
    assertThat(Endpoints.earlyMortality(List.of(), 30, protocol).isKnown()).isFalse();
  }

  @Test
  void whoWasNeverTreatedHasNoTimeAndNoEarlyDeath() {
    ParticipantEfficacy efficacy =
        derive(new Book().form("death", "death", "died-on", "2025-02-01", "cause", "disease"));

    assertThat(efficacy.progressionFreeSurvival().isKnown()).isFalse();
    assertThat(efficacy.overallSurvival().isKnown()).isFalse();
    assertThat(Endpoints.earlyMortality(List.of(efficacy), 30, TreatedBook.PROTOCOL).isKnown())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"consent, 2024-12-20", "enrolment, 2025-01-02", "first-dose, 2025-01-06"})
  void survivalIsCountedFromTheDayThatTheTrialNames(String origin, LocalDate day) {
    Protocol protocol = ShippedTrial.folder().decided("endpoint.os-origin", origin).protocol();

    assertThat(derive(responding(), protocol).overallSurvival().get().origin()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"radiotherapy-start, fraction", "maintenance-start, maintenance"})
  void anOriginThatWasNotReachedIsNamed(String origin, String named) {
    Protocol protocol = ShippedTrial.folder().decided("endpoint.os-origin", origin).protocol();
    Derived<TimeToEvent> none = derive(responding(), protocol).overallSurvival();

    assertThat(none.isKnown()).isFalse();
    assertThat(none.sentence(Language.EN)).containsIgnoringCase(named);
  }

  @Test
  void maintenanceStartsWithItsFirstDose() {
    Protocol protocol =
        ShippedTrial.folder().decided("endpoint.os-origin", "maintenance-start").protocol();
    Book book =
        responding()
            .form(
                "maintenance-1",
                "administration",
                "agent",
                "camrelizumab",
                "cycle",
                "1",
                "started-at",
                "2025-06-02T10:00",
                "dose",
                "200 mg");

    assertThat(derive(book, protocol).overallSurvival().get().origin()).isEqualTo("2025-06-02");
  }

  private static Book contact(Book book, String on, String status, String lastAlive) {
    return book.form(
        "follow-up-1",
        "survival-contact",
        "contacted-on",
        on,
        "status",
        status,
        "last-alive-on",
        lastAlive);
  }

  @Test
  void lastKnownAliveIsTheLatestDayThatSaysSo() {
    assertThat(derive(treated()).lastAlive().get()).isEqualTo("2025-01-06");
    assertThat(derive(contact(treated(), "2025-06-10", "alive", "?unknown")).lastAlive().get())
        .isEqualTo("2025-06-10");
    // Nobody was reached on that day; a relative knew of May.
    assertThat(derive(contact(treated(), "2025-06-10", "not-reached", "2025-05")).lastAlive().get())
        .isEqualTo("2025-05-01");
    assertThat(
            derive(treated().form("cycle-2", "laboratory", "sampled-on", "2025-02-03"))
                .lastAlive()
                .get())
        .isEqualTo("2025-02-03");
  }

  @Test
  void whatHappenedAfterTheCutoffIsNotKnownYet() {
    String after = TreatedBook.CUTOFF.plusDays(1).toString();
    String last = TreatedBook.CUTOFF.toString();

    assertThat(derive(contact(treated(), after, "alive", "?unknown")).lastAlive().get())
        .isEqualTo("2025-01-06");
    assertThat(derive(contact(treated(), last, "alive", "?unknown")).lastAlive().get())
        .isEqualTo(TreatedBook.CUTOFF);
  }

  @Test
  void theWorkingOfATargetResponseIsWrittenOut() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "22", "20");
    assessed(book, "tumour-2", "2025-07-07", "30", "20");
    assessed(book, "tumour-3", "2025-10-06", "80", "20");
    List<AssessedVisit> visits = derive(book).response().orElseThrow().visits();

    assertThat(visits.getFirst().target().sentence(Language.EN)).contains("42 <= 0.7 x 60 = 42");
    assertThat(visits.get(1).target().sentence(Language.EN)).contains("lasts until progression");
    assertThat(visits.getLast().target().sentence(Language.EN))
        .contains("100 >= 1.2 x 42 = 50.4 and 100 - 42 = 58 >= 5 mm");
    assertThat(visits.getLast().nadirMm().sentence(Language.EN)).contains("tumour-1");
    assertThat(visits.getFirst().nadirMm().sentence(Language.EN)).contains("baseline");
    assertThat(
            derive(assessed(treated(), "tumour-1", "2025-04-07", "32", "20"))
                .response()
                .orElseThrow()
                .visits()
                .getFirst()
                .target()
                .sentence(Language.EN))
        .contains("52 > 0.7 x 60 = 42, and not both 20 % and 5 mm above the nadir 60");
  }

  @Test
  void aNadirOfZeroHasNoPercentage() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "0", "0");
    assessed(book, "tumour-2", "2025-07-07", "0", "12");
    AssessedVisit second = derive(book).response().orElseThrow().visits().getLast();

    assertThat(second.nadirMm().get()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(second.changeFromNadirPercent().isKnown()).isFalse();
    assertThat(second.changeFromNadirPercent().sentence(Language.EN))
        .isEqualTo("The nadir is 0 mm, so there is no percentage of it");
    assertThat(second.changeFromBaselinePercent().get()).isEqualByComparingTo("-80");
  }

  @Test
  void withoutTargetLesionsThereIsNoSumAndTheOtherDiseaseDecides() {
    Book book =
        new Book()
            .form(
                "screening",
                "tumour-assessment",
                "reader",
                "investigator",
                "assessed-on",
                "2024-12-30")
            .form(
                "screening",
                "lesion",
                "lesion",
                "P",
                "reader",
                "investigator",
                "role",
                "non-target",
                "status",
                "present")
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
                "tumour-1",
                "tumour-assessment",
                "reader",
                "investigator",
                "assessed-on",
                "2025-04-07",
                "non-target",
                "CR");
    TumourResponse response = derive(book).response().orElseThrow();
    AssessedVisit visit = response.visits().getFirst();

    for (Derived<?> value :
        List.of(
            response.baselineSumMm(),
            visit.sumMm(),
            visit.nadirMm(),
            visit.target(),
            visit.changeFromBaselinePercent())) {
      assertThat(value.sentence(Language.EN))
          .isEqualTo("There were no target lesions at baseline, so there is no sum of diameters");
    }
    assertThat(visit.nonTarget().sentence(Language.EN)).contains("P absent");
    assertThat(visit.overall().get()).isEqualTo(Response.CR);
  }

  @Test
  void aDeathBeforeAnyAssessmentCountsAsProgressionOnlyWhereTheTrialSaysSo() {
    Book book = treated().form("death", "death", "died-on", "2025-02-01", "cause", "disease");
    Protocol progression =
        ShippedTrial.folder().decided("imaging.early-death", "progression").protocol();

    assertThat(derive(book).best().get().response()).isEqualTo(Response.NE);
    assertThat(derive(book, progression).best().get().response()).isEqualTo(Response.PD);
    assertThat(derive(book, progression).best().get().date()).isEqualTo("2025-02-01");
    Book judged = assessed(treated(), "tumour-1", "2025-01-31", "34", "26");
    judged.form("death", "death", "died-on", "2025-02-01", "cause", "disease");
    assertThat(derive(judged, progression).best().get().response()).isEqualTo(Response.NE);
  }

  @Test
  void theBaselineIsTakenAnewAfterInductionOnlyWhereTheTrialSaysSo() {
    Book book = assessed(treated(), "tumour-1", "2025-01-25", "20", "20");
    book.form(
        "radiotherapy-week-1",
        "fraction",
        "number",
        "1",
        "delivered-at",
        "2025-01-27T15:30",
        "status",
        "complete");
    Protocol anew =
        ShippedTrial.folder().decided("imaging.baseline-reset-after-induction", "true").protocol();

    assertThat(derive(book).response().orElseThrow().baselineSumMm().get())
        .isEqualByComparingTo("60");
    assertThat(derive(book, anew).response().orElseThrow().baselineSumMm().get())
        .isEqualByComparingTo("40");
  }

  @Test
  void aTypeOfTherapyThatTheTrialDoesNotListCountsUnderItsOwnName() {
    Book book =
        treated()
            .form(
                "unscheduled-1",
                "new-anticancer-therapy",
                "started-on",
                "2025-03-01",
                "type",
                "cryotherapy");

    assertThat(derive(book).newTherapy().get()).isEqualTo("2025-03-01");
    assertThat(derive(book).newTherapy().sentence(Language.EN)).contains("cryotherapy");
    assertThat(
            derive(
                    treated()
                        .form(
                            "unscheduled-1",
                            "new-anticancer-therapy",
                            "started-on",
                            "?unknown",
                            "type",
                            "surgery"))
                .newTherapy()
                .sentence(Language.EN))
        .isEqualTo("No new anti-cancer therapy is recorded");
  }

  @Test
  void whoDidNotRespondHasNoDurationOfResponse() {
    assertThat(
            derive(assessed(treated(), "tumour-1", "2025-04-07", "34", "26"))
                .durationOfResponse()
                .sentence(Language.EN))
        .isEqualTo("No objective response, so there is no duration of response");
  }
}
