package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.trial.efficacy.TreatedBook.PROTOCOL;
import static org.lodestar.trial.efficacy.TreatedBook.assessed;
import static org.lodestar.trial.efficacy.TreatedBook.derive;
import static org.lodestar.trial.efficacy.TreatedBook.treated;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** Rates, nominal visits, times and losses of participants and of a set. */
class EndpointsTest {
  @Test
  void whoWasNotAssessedCountsAsNoResponse() {
    Derived<BestResponse> responder =
        derive(assessed(treated(), "tumour-1", "2025-04-07", "20", "20")).best();
    Derived<BestResponse> none = derive(new Book()).best();
    Derived<ResponseRate> rate = Endpoints.responseRate(List.of(responder, none), PROTOCOL);
    assertThat(rate.get().responders()).isEqualTo(1);
    assertThat(rate.get().participants()).isEqualTo(2);
    assertThat(BigDecimal.valueOf(rate.get().rate())).isEqualByComparingTo("0.5");
    assertThat(rate.sentence(Language.EN)).contains("95 % interval 0.0126 to 0.9874");
  }

  @Test
  void theResponseRateCountsWhatWasSeenByTheMonthTheProtocolNames() {
    Book book = assessed(treated(), "tumour-1", "2026-01-19", "34", "26");
    assessed(book, "tumour-2", "2026-04-20", "20", "20");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.best().get().response()).isEqualTo(Response.PR);
    assertThat(efficacy.responseInTime().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy.best().get().response().isObjective()).isTrue();
    assertThat(Endpoints.objectiveResponse(List.of(efficacy), PROTOCOL).get().responders())
        .isZero();
    assertThat(efficacy.responseInTime().sentence(Language.EN)).contains("until 2026-01-19");
    Book late = assessed(treated(), "tumour-1", "2026-01-20", "20", "20");
    assertThat(derive(late).responseInTime().get().response()).isEqualTo(Response.NE);
  }

  @Test
  void iRecistStandsBesideTheSameLesions() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "34", "50");
    assessed(book, "tumour-2", "2025-05-20", "34", "40");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.progression().get()).isEqualTo("2025-04-07");
    assertThat(efficacy.immune().sentence(Language.EN))
        .contains("tumour-1 iUPD, tumour-2 iUPD; best iUPD");
    assessed(book, "tumour-3", "2025-07-07", "20", "20");
    assertThat(derive(book).immune().get().best()).isEqualTo(ImmuneResponse.IPR);
    assertThat(derive(book).immune().get().progression()).isNull();
    assertThat(derive(book).immune().facts()).isNotEmpty();
  }

  @Test
  void atTheNominalVisitOneIsFreeOrNotOrNotAssessed() {
    Book free = assessed(treated(), "tumour-1", "2026-01-05", "34", "26");
    assertThat(derive(free).nominalVisit().get()).isEqualTo(LandmarkStatus.EVENT_FREE);
    Book early = assessed(treated(), "tumour-1", "2025-04-07", "34", "26");
    assertThat(derive(early).nominalVisit().get()).isEqualTo(LandmarkStatus.NOT_ASSESSED);
    Book grown = assessed(treated(), "tumour-1", "2025-04-07", "34", "50");
    assertThat(derive(grown).nominalVisit().get()).isEqualTo(LandmarkStatus.EVENT);
    assertThat(Endpoints.nominalVisits(List.of(derive(free), derive(early), derive(grown))))
        .containsValues(1, 1, 1);
  }

  @Test
  void progressionLiesBetweenTwoAssessmentsAndDeathOnItsDay() {
    Book grown = assessed(treated(), "tumour-1", "2025-04-07", "34", "26");
    assessed(grown, "tumour-2", "2025-07-07", "34", "50");
    assertThat(derive(grown).intervalTime().get()).isEqualTo(new IntervalTime(92, 183L));
    Book free = assessed(treated(), "tumour-1", "2025-04-07", "34", "26");
    assertThat(derive(free).intervalTime().get()).isEqualTo(new IntervalTime(92, null));
    Book died = treated().form("unscheduled", "death", "died-on", "2025-02-04", "cause", "disease");
    assertThat(derive(died).intervalTime().get()).isEqualTo(new IntervalTime(30, 30L));
  }

  @Test
  void deathIsCountedFromTheLastTreatmentOfAnyKind() {
    Book died = treated().form("unscheduled", "death", "died-on", "2025-02-05", "cause", "disease");
    ParticipantEfficacy efficacy = derive(died);
    assertThat(efficacy.daysToDeath().get()).isEqualTo(30);
    assertThat(Endpoints.earlyMortality(List.of(efficacy), 30, PROTOCOL).get().count()).isOne();
    assertThat(Endpoints.earlyMortality(List.of(efficacy), 29, PROTOCOL).get().count()).isZero();
    assertThat(Endpoints.earlyMortality(List.of(derive(treated())), 90, PROTOCOL).get().count())
        .isZero();
    assertThat(Endpoints.earlyMortality(List.of(), 30, PROTOCOL).isKnown()).isFalse();
  }

  @Test
  void diseaseControlIsResponseOrStableDisease() {
    ParticipantEfficacy stable = derive(assessed(treated(), "tumour-1", "2025-04-07", "34", "26"));
    ParticipantEfficacy grown = derive(assessed(treated(), "tumour-1", "2025-04-07", "34", "50"));
    ParticipantEfficacy unseen = derive(treated());
    Derived<Share> rate =
        Endpoints.diseaseControlRate(List.of(stable.best(), grown.best(), unseen.best()), PROTOCOL);
    assertThat(rate.get().count()).isOne();
    assertThat(rate.sentence(Language.EN)).startsWith("disease control in 1 of 3: 0.3333");
  }

  @Test
  void oneIsLostAfterAsManyFailedAttemptsInARowAsTheProtocolNames() {
    Book book = treated();
    contact(book, "2025-05-01", "not-reached");
    contact(book, "2025-05-08", "not-reached");
    assertThat(derive(book).lost().sentence(Language.EN))
        .isEqualTo("Not lost: 2 attempts in a row failed, 3 are needed");
    contact(book, "2025-05-15", "not-reached");
    assertThat(derive(book).lost().get()).isEqualTo("2025-05-15");
    contact(book, "2025-06-15", "alive");
    assertThat(derive(book).lost().isKnown()).isFalse();
  }

  private static void contact(Book book, String on, String status) {
    book.form("survival", "survival-contact", "contacted-on", on, "status", status);
  }

  @Test
  void aTimeMayBeginWithMaintenance() {
    Protocol fromMaintenance =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "endpoint.pfs-origin:\n    value: first-dose",
                "endpoint.pfs-origin:\n    value: maintenance-start")
            .protocol();
    Book book = treated();
    assertThat(derive(book, fromMaintenance).progressionFreeSurvival().isKnown()).isFalse();
    book.form(
        "maintenance-1",
        "administration",
        "agent",
        "camrelizumab",
        "cycle",
        "1",
        "started-at",
        "2025-06-02T09:00",
        "dose",
        "200 mg");
    assertThat(derive(book, fromMaintenance).progressionFreeSurvival().get().origin())
        .isEqualTo("2025-06-02");
  }

  @Test
  void aCompleteEndoscopyNeedsANegativeBiopsyAndNoUlcer() {
    assertThat(endoscopy("no", "no")).isEqualTo(EndoscopicResponse.Category.COMPLETE);
    assertThat(endoscopy("yes", "no")).isEqualTo(EndoscopicResponse.Category.NOT_COMPLETE);
    assertThat(endoscopy("no", "yes")).isEqualTo(EndoscopicResponse.Category.NOT_COMPLETE);
    assertThat(endoscopy("?not-done", "no")).isEqualTo(EndoscopicResponse.Category.NOT_EVALUABLE);
  }

  private static EndoscopicResponse.Category endoscopy(String biopsy, String ulcer) {
    Book book =
        new Book()
            .form(
                "tumour-1",
                "endoscopy",
                "performed-on",
                "2025-07-01",
                "primary-category",
                "complete-response",
                "biopsy-positive",
                biopsy,
                "ulcer",
                ulcer);
    return EndoscopicResponse.derive(book.sheets()).getFirst().get().category();
  }
}
