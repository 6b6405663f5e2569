package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.trial.efficacy.TreatedBook.PROTOCOL;
import static org.lodestar.trial.efficacy.TreatedBook.assessed;
import static org.lodestar.trial.efficacy.TreatedBook.derive;
import static org.lodestar.trial.efficacy.TreatedBook.treated;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.NewTherapy;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class EfficacyDerivationTest {
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
  void anAssessmentAfterTheCutoffIsNoResponseYet() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "34", "26");
    assessed(book, "tumour-2", "2025-07-07", "20", "20");
    ParticipantEfficacy before =
        EfficacyDerivation.derive(
            book.sheets(), PROTOCOL, TreatedBook.ENROLMENT, LocalDate.of(2025, 7, 6));
    assertThat(before.best().get().response()).isEqualTo(Response.SD);
    assertThat(before.responseInTime().get().response()).isEqualTo(Response.SD);
    assertThat(before.durationOfResponse().isKnown()).isFalse();
    ParticipantEfficacy onTheDay =
        EfficacyDerivation.derive(
            book.sheets(), PROTOCOL, TreatedBook.ENROLMENT, LocalDate.of(2025, 7, 7));
    assertThat(onTheDay.best().get().response()).isEqualTo(Response.PR);
  }

  @Test
  void aProgressionOrANewTherapyAfterTheCutoffIsNotKnownYet() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
    assessed(book, "tumour-2", "2025-07-07", "50", "50");
    book.form(
        "unscheduled-1", "new-anticancer-therapy", "started-on", "2025-07-20", "type", "surgery");
    book.form(
        "unscheduled-1",
        "tumour-assessment",
        "reader",
        "investigator",
        "assessed-on",
        "2025-07-25",
        "biopsy-proven-on",
        "2025-07-01");
    ParticipantEfficacy before =
        EfficacyDerivation.derive(
            book.sheets(), PROTOCOL, TreatedBook.ENROLMENT, LocalDate.of(2025, 6, 30));
    assertThat(before.progression().isKnown()).isFalse();
    assertThat(before.newTherapy().isKnown()).isFalse();
    assertThat(before.progressionFreeSurvival().get().event()).isFalse();
  }

  @Test
  void noResponseCountsAfterAProgressionProvenByBiopsy() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "34", "26");
    book.form(
        "unscheduled-1",
        "tumour-assessment",
        "reader",
        "investigator",
        "assessed-on",
        "2025-05-20",
        "biopsy-proven-on",
        "2025-05-12");
    assessed(book, "tumour-2", "2025-07-07", "20", "20");
    assessed(book, "tumour-3", "2025-10-06", "20", "20");
    ParticipantEfficacy efficacy = derive(book);
    assertThat(efficacy.progression().get()).isEqualTo("2025-05-12");
    assertThat(efficacy.best().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy.bestConfirmed().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy.responseInTime().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy.durationOfResponse().isKnown()).isFalse();
    Protocol asRead =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "imaging.biopsy-proven-is-progression:\n    value: true",
                "imaging.biopsy-proven-is-progression:\n    value: false")
            .protocol();
    assertThat(derive(book, asRead).best().get().response()).isEqualTo(Response.PR);
  }

  @Test
  void aTherapyKnownToTheMonthOfProgressionDidNotComeBeforeIt() {
    Book book = assessed(treated(), "tumour-1", "2025-04-07", "20", "20");
    assessed(book, "tumour-2", "2025-07-07", "50", "50");
    book.form(
        "unscheduled-1", "new-anticancer-therapy", "started-on", "2025-07", "type", "chemotherapy");
    TimeToEvent time = derive(book).progressionFreeSurvival().get();
    assertThat(time.reason()).isEqualTo(EndReason.PROGRESSION);
    assertThat(time.date()).isEqualTo("2025-07-07");
    book.form("unscheduled-2", "new-anticancer-therapy", "started-on", "2025-06", "type", "herbal");
    assertThat(derive(book).progressionFreeSurvival().get().reason())
        .isEqualTo(EndReason.NEW_ANTICANCER_THERAPY);
  }
}
