package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.NewTherapy;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class EfficacyDerivationTest {
  private static final Protocol PROTOCOL = Book.protocol();
  private static final LocalDate CUTOFF = LocalDate.of(2026, 12, 31);
  private static final Derived<LocalDate> ENROLMENT =
      Derived.of(EfficacyRule.ORIGIN, LocalDate.of(2025, 1, 2), new FactRef(1, "enrolment.on"));

  private static Book treated() {
    return new Book()
        .form("screening", "consent", "signed-on", "2024-12-20", "type", "initial")
        .form(
            "screening", "tumour-assessment", "reader", "investigator", "assessed-on", "2024-12-30")
        .form(
            "screening",
            "lesion",
            "lesion",
            "T1",
            "reader",
            "investigator",
            "role",
            "target",
            "organ",
            "lymph node",
            "node",
            "yes",
            "status",
            "measured",
            "diameter",
            "3.4 cm")
        .form(
            "screening",
            "lesion",
            "lesion",
            "T2",
            "reader",
            "investigator",
            "role",
            "target",
            "organ",
            "liver",
            "node",
            "no",
            "status",
            "measured",
            "diameter",
            "26 mm")
        .form(
            "screening",
            "lesion",
            "lesion",
            "P",
            "reader",
            "investigator",
            "role",
            "non-target",
            "organ",
            "oesophagus",
            "node",
            "no",
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
            "450 mg",
            "lot",
            "L1");
  }

  private static Book assessed(Book book, String visit, String date, String first, String second) {
    return book.form(
            visit,
            "tumour-assessment",
            "reader",
            "investigator",
            "assessed-on",
            date,
            "new-lesion",
            "none")
        .form(
            visit,
            "lesion",
            "lesion",
            "T1",
            "reader",
            "investigator",
            "role",
            "target",
            "node",
            "yes",
            "status",
            "measured",
            "diameter",
            first)
        .form(
            visit,
            "lesion",
            "lesion",
            "T2",
            "reader",
            "investigator",
            "role",
            "target",
            "node",
            "no",
            "status",
            "measured",
            "diameter",
            second)
        .form(
            visit,
            "lesion",
            "lesion",
            "P",
            "reader",
            "investigator",
            "role",
            "non-target",
            "node",
            "no",
            "status",
            "present");
  }

  private static ParticipantEfficacy derive(Book book) {
    return derive(book, PROTOCOL);
  }

  private static ParticipantEfficacy derive(Book book, Protocol protocol) {
    return EfficacyDerivation.derive(book.sheets(), protocol, ENROLMENT, CUTOFF);
  }

  @Test
  void fourPointTwoOfSixIsExactlyThirtyPercentLessAndAPartialResponse() {
    ParticipantEfficacy efficacy =
        derive(assessed(treated(), "tumour-1", "2025-04-07", "2.2 cm", "20 mm"));
    AssessedVisit visit = efficacy.response().orElseThrow().visits().getFirst();
    assertThat(visit.sumMm().get()).isEqualByComparingTo("42");
    assertThat(visit.changeFromBaselinePercent().get()).isEqualByComparingTo("-30");
    assertThat(visit.overall().get()).isEqualTo(Response.PR);
    assertThat(visit.sumMm().sentence(Language.EN))
        .isEqualTo("sum of diameters at tumour-1: T1 22.0 + T2 20 = 42.0 mm");
    assertThat(visit.overall().sentence(Language.ZH)).contains("PR").contains("靶病灶 PR");
  }

  @Test
  void aLesionWithoutAMeasureIsNotEvaluableAndNeverZero() {
    Book book =
        treated()
            .form(
                "tumour-1",
                "tumour-assessment",
                "reader",
                "investigator",
                "assessed-on",
                "2025-04-07")
            .form(
                "tumour-1",
                "lesion",
                "lesion",
                "T1",
                "reader",
                "investigator",
                "role",
                "target",
                "node",
                "yes",
                "status",
                "measured",
                "diameter",
                "12")
            .form(
                "tumour-1",
                "lesion",
                "lesion",
                "T2",
                "reader",
                "investigator",
                "role",
                "target",
                "node",
                "no",
                "status",
                "measured",
                "diameter",
                "?not-done");
    AssessedVisit visit = derive(book).response().orElseThrow().visits().getFirst();
    assertThat(visit.sumMm().isKnown()).isFalse();
    assertThat(visit.sumMm().sentence(Language.EN))
        .isEqualTo("T2 is not evaluable at tumour-1, so the sum is not complete");
    assertThat(visit.overall().get()).isEqualTo(Response.NE);
  }

  @Test
  void anUnknownUnitOfADiameterIsNotGuessed() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "2 in", "20");
    assertThat(derive(book).response().orElseThrow().visits().getFirst().target().get())
        .isEqualTo(Response.NE);
  }

  @Test
  void progressionEndsProgressionFreeSurvivalAndSaysWhy() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
    assessed(book, "tumour-2", "2025-07-07", "28", "24");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.progression().get()).isEqualTo("2025-07-07");
    TimeToEvent pfs = efficacy.progressionFreeSurvival().get();
    assertThat(pfs.event()).isTrue();
    assertThat(pfs.days()).isEqualTo(183);
    assertThat(efficacy.progressionFreeSurvival().sentence(Language.EN))
        .isEqualTo(
            "progression-free survival from 2025-01-06 to 2025-07-07: 183 days, event"
                + " (progression)");
    assertThat(efficacy.best().get().response()).isEqualTo(Response.PR);
    assertThat(efficacy.bestConfirmed().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy.durationOfResponse().get().days()).isEqualTo(92);
  }

  @Test
  void aBiopsyProvesProgressionAtItsOwnDate() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
    book.form(
        "unscheduled-1",
        "tumour-assessment",
        "reader",
        "investigator",
        "assessed-on",
        "2025-05-20",
        "biopsy-proven-on",
        "2025-05-12");
    assertThat(derive(book).progression().get()).isEqualTo("2025-05-12");
  }

  @Test
  void whatTheProtocolListsAsNoNewTherapyDoesNotCountButSurgeryDoes() {
    Protocol herbalAside =
        ShippedTrial.folder()
            .with(
                "decisions.yaml", "zh: 有抗肿瘤适应证的中药}, counts: true", "zh: 有抗肿瘤适应证的中药}, counts: false")
            .protocol();
    Book book = treated();
    book.form(
        "unscheduled-1", "new-anticancer-therapy", "started-on", "2025-03-01", "type", "herbal");
    assertThat(derive(book, herbalAside).newTherapy().isKnown()).isFalse();
    assertThat(derive(book).newTherapy().get()).isEqualTo("2025-03-01");
    book.form(
        "unscheduled-2", "new-anticancer-therapy", "started-on", "2025-05", "type", "surgery");
    assertThat(derive(book, herbalAside).newTherapy().get()).isEqualTo("2025-05-01");
  }

  @Test
  void everyTypeOfTheFormIsListedByTheProtocolAndNoOther() {
    List<String> listed =
        PROTOCOL.get(EndpointSettings.NEW_THERAPIES).require().stream()
            .map(NewTherapy::key)
            .toList();
    assertThat(PROTOCOL.forms().item("new-anticancer-therapy.type").orElseThrow().options())
        .extracting(ItemDefinition.Option::code)
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void whoHasNoBaselineHasNoResponseButStillATime() {
    Book book =
        new Book()
            .form(
                "cycle-1",
                "administration",
                "agent",
                "carboplatin",
                "cycle",
                "1",
                "started-at",
                "2025-01-06T09:00");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.best().isKnown()).isFalse();
    assertThat(efficacy.progressionFreeSurvival().get().reason())
        .isEqualTo(EndReason.NO_BASELINE_ASSESSMENT);
  }

  @Test
  void theDayOfADeathKnownToTheMonthLiesAfterTheLastContact() {
    Book book =
        treated()
            .form(
                "follow-up-1", "survival-contact", "contacted-on", "2025-06-10", "status", "alive")
            .form("death", "death", "died-on", "2025-06", "cause", "disease");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.death().get()).isEqualTo("2025-06-10");
    assertThat(efficacy.overallSurvival().get().event()).isTrue();
  }

  @Test
  void everyValueLeadsDownToFacts() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
    assessed(book, "tumour-2", "2025-07-07", "28", "24");
    book.form("follow-up-1", "survival-contact", "contacted-on", "2025-09-10", "status", "alive");
    ParticipantEfficacy efficacy = derive(book);
    TumourResponse response = efficacy.response().orElseThrow();
    for (AssessedVisit visit : response.visits()) {
      for (Derived<?> value :
          List.of(
              visit.sumMm(),
              visit.nadirMm(),
              visit.changeFromBaselinePercent(),
              visit.changeFromNadirPercent(),
              visit.target(),
              visit.nonTarget(),
              visit.newLesion(),
              visit.overall())) {
        assertLeadsToFacts(value);
      }
    }
    for (Derived<?> value :
        List.of(
            response.baselineSumMm(),
            efficacy.best(),
            efficacy.bestConfirmed(),
            efficacy.progression(),
            efficacy.lastAlive(),
            efficacy.progressionFreeSurvival(),
            efficacy.overallSurvival(),
            efficacy.durationOfResponse())) {
      assertLeadsToFacts(value);
    }
  }

  private static void assertLeadsToFacts(Derived<?> value) {
    assertThat(value.isKnown()).as(value.rule().id()).isTrue();
    assertThat(value.facts()).as(value.rule().id()).isNotEmpty();
    assertThat(value.sentence(Language.EN)).as(value.rule().id()).doesNotContain("{");
    assertThat(value.sentence(Language.ZH)).as(value.rule().id()).doesNotContain("{");
    for (Input input : value.inputs()) {
      if (input instanceof Derived<?> derived && derived.isKnown()) {
        assertThat(derived.facts()).as(derived.rule().id()).isNotEmpty();
      }
    }
  }

  @Test
  void theCurveRestsOnEachParticipantsTimeAndCountsWhoHasNone() {
    Book early = assessed(treated(), "tumour-1", "2025-04-07", "50", "50");
    Derived<TimeToEvent> event = derive(early).progressionFreeSurvival();
    Book late = assessed(treated(), "tumour-1", "2026-01-26", "20", "20");
    Derived<TimeToEvent> censored = derive(late).progressionFreeSurvival();
    Derived<TimeToEvent> none = derive(new Book()).progressionFreeSurvival();
    Derived<SurvivalCurve> curve = Endpoints.curve(List.of(event, censored, none));
    assertThat(curve.get().kaplanMeier().survivalAt(100).value()).isEqualTo(0.5);
    assertThat(curve.inputs()).containsExactly(event, censored, none);
    assertThat(curve.sentence(Language.EN))
        .isEqualTo("Kaplan-Meier curve of 2 participants with 1 events; 1 without a time");
    assertThat(Endpoints.landmark(curve, PROTOCOL).sentence(Language.EN))
        .startsWith("rate at day 378: 0.5000 (95 % interval");
    assertThat(
            Endpoints.landmark(Endpoints.curve(List.of(event)), PROTOCOL).get().survival().value())
        .isZero();
  }

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
