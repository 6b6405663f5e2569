package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class AdverseEventsTest {
  private static final Protocol PROTOCOL = Book.protocol();
  private static final Protocol FROM_THE_END =
      ShippedTrial.folder()
          .with(
              "decisions.yaml",
              "safety.late-effect-origin:\n    value: radiotherapy-start",
              "safety.late-effect-origin:\n    value: radiotherapy-end")
          .protocol();

  private static Book treated() {
    return new Book()
        .form("cycle-1", "administration", "agent", "carboplatin", "started-at", "2025-01-06T09:00")
        .form(
            "rt-1",
            "fraction",
            "number",
            "1",
            "delivered-at",
            "2025-01-27T10:00",
            "status",
            "complete")
        .form(
            "rt-2",
            "fraction",
            "number",
            "2",
            "delivered-at",
            "2025-01-28T10:00",
            "status",
            "not-delivered")
        .form(
            "cycle-2", "administration", "agent", "camrelizumab", "started-at", "2025-02-03T09:00");
  }

  private static Book event(Book book, String term, String grade, String from, String... more) {
    String[] items = new String[8 + more.length];
    String[] fixed = {"term", term, "grade", grade, "started-on", from, "serious", "no"};
    System.arraycopy(fixed, 0, items, 0, fixed.length);
    System.arraycopy(more, 0, items, fixed.length, more.length);
    return book.form("unscheduled", "adverse-event", items);
  }

  private static AdverseEvents derive(Book book) {
    return AdverseEvents.derive(book.sheets(), PROTOCOL, TreatmentDates.read(book.sheets()));
  }

  @Test
  void theWorstGradeOfATermIsThatOfAllItsRecords() {
    Book book = event(treated(), "Dysphagia", "1", "2025-01-10");
    event(book, "Dysphagia", "3", "2025-02-10");
    event(book, "Anemia", "2", "2025-02-10");
    AdverseEvents events = derive(book);
    assertThat(events.worst().get("Dysphagia").get()).isEqualTo(3);
    assertThat(events.worst().get("Anemia").get()).isEqualTo(2);
    assertThat(events.worst().get("Dysphagia").facts()).hasSizeGreaterThan(5);
  }

  @Test
  void anEventCountsFromTheFirstTreatmentToThirtyDaysAfterTheLast() {
    assertThat(emergent("2025-01-05")).isFalse();
    assertThat(emergent("2025-01-06")).isTrue();
    assertThat(emergent("2025-03-05")).isTrue();
    assertThat(emergent("2025-03-06")).isFalse();
    assertThat(emergent("2025-03")).isTrue();
  }

  private static boolean emergent(String from) {
    return derive(event(treated(), "Nausea", "1", from))
        .events()
        .getFirst()
        .treatmentEmergent()
        .get();
  }

  @Test
  void whatWasThereBeforeTreatmentIsNotTreatmentEmergent() {
    Book book = event(treated(), "Dysphagia", "2", "2025-01-10", "at-baseline", "yes");
    assertThat(derive(book).events().getFirst().treatmentEmergent().get()).isFalse();
  }

  @Test
  void eachCauseIsJudgedByItself() {
    Book book =
        event(
            treated(),
            "Pneumonitis",
            "2",
            "2025-02-10",
            "related-camrelizumab",
            "probable",
            "related-carboplatin",
            "unlikely",
            "related-radiotherapy",
            "possible");
    AdverseEvents.Event event = derive(book).events().getFirst();
    assertThat(event.related().get("camrelizumab").get()).isTrue();
    assertThat(event.related().get("carboplatin").get()).isFalse();
    assertThat(event.related().get("radiotherapy").get()).isTrue();
    assertThat(event.related().get("taxane").get()).isFalse();
  }

  @Test
  void anEffectOfRadiationIsLateFromTheDayThatTheProtocolSays() {
    assertThat(effect("2025-04-26")).isEqualTo(AdverseEvents.RadiationEffect.ACUTE);
    assertThat(effect("2025-04-27")).isEqualTo(AdverseEvents.RadiationEffect.LATE);
  }

  private static AdverseEvents.RadiationEffect effect(String from) {
    return derive(event(treated(), "Esophagitis", "2", from))
        .events()
        .getFirst()
        .radiationEffect()
        .get();
  }

  private static Book withLastFraction() {
    return treated()
        .form(
            "rt-3",
            "fraction",
            "number",
            "2",
            "delivered-at",
            "2025-03-10T10:00",
            "status",
            "complete");
  }

  @Test
  void countedFromTheLastFractionTheWholeCourseIsAcute() {
    Book book = withLastFraction();
    Derived<AdverseEvents.RadiationEffect> before = effect(book, "2025-06-07", FROM_THE_END);
    Derived<AdverseEvents.RadiationEffect> after = effect(book, "2025-06-08", FROM_THE_END);

    assertThat(before.get()).isEqualTo(AdverseEvents.RadiationEffect.ACUTE);
    assertThat(after.get()).isEqualTo(AdverseEvents.RadiationEffect.LATE);
    assertThat(after.sentence(Language.EN))
        .isEqualTo(
            "Esophagitis began 90 days after the last fraction; from day 90 on an effect is late:"
                + " late");
    assertThat(after.sentence(Language.ZH)).isEqualTo("食管炎 始于末次放疗后 90 天；第 90 天起为晚期反应：晚期");
    assertThat(effect(book, "2025-06-07", PROTOCOL).get())
        .isEqualTo(AdverseEvents.RadiationEffect.LATE);
    assertThat(after.settings()).containsKey("safety.late-effect-origin");
  }

  private static Derived<AdverseEvents.RadiationEffect> effect(
      Book before, String from, Protocol protocol) {
    Sheets sheets = before.sheets();
    List<AdverseEvents.Event> none =
        AdverseEvents.derive(sheets, protocol, TreatmentDates.read(sheets)).events();
    Sheets with = event(before, "Esophagitis", "2", from).sheets();
    return AdverseEvents.derive(with, protocol, TreatmentDates.read(with))
        .events()
        .get(none.size())
        .radiationEffect();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-26, false",
    "2025-01-27, true",
    "2024-12, false",
    "2025-01, true",
  })
  void whatBeganBeforeTheFirstFractionIsNoEffectOfRadiation(String from, boolean known) {
    Derived<AdverseEvents.RadiationEffect> effect = effect(treated(), from, PROTOCOL);

    assertThat(effect.isKnown()).isEqualTo(known);
    if (!known) {
      assertThat(effect.sentence(Language.EN))
          .isEqualTo(
              "Esophagitis began on "
                  + from
                  + ", before the first fraction on 2025-01-27: no effect of radiation");
      assertThat(effect.sentence(Language.ZH)).endsWith("早于首次放疗（2025-01-27）：不属于放射反应");
    }
  }

  @Test
  void anEventDuringTheCourseBeganBeforeItsLastFraction() {
    Book book = withLastFraction();

    assertThat(effect(book, "2025-03-05", FROM_THE_END).sentence(Language.EN))
        .isEqualTo(
            "Esophagitis began 5 days before the last fraction; from day 90 on an effect is late:"
                + " acute");
    assertThat(effect(book, "2025-03-05", FROM_THE_END).sentence(Language.ZH))
        .isEqualTo("食管炎 始于末次放疗前 5 天；第 90 天起为晚期反应：急性");
  }

  @Test
  void theClockOfASeriousEventRunsFromWhenTheSiteKnew() {
    Book book =
        treated()
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
                "2025-02-11T16:31",
                "death",
                "no",
                "life-threatening",
                "yes",
                "suspected",
                "yes",
                "expected",
                "no");
    SeriousReport report = SeriousReport.derive(book.sheets(), PROTOCOL).getFirst();
    assertThat(report.due().get()).isEqualTo("2025-02-11T16:30");
    assertThat(report.inTime().get()).isFalse();
    assertThat(report.inTime().sentence(Language.EN))
        .isEqualTo("reported at 2025-02-11T16:31, due by 2025-02-11T16:30: late");
    assertThat(report.expeditedDue().get()).isEqualTo("2025-02-17");
  }

  @Test
  void onlyASuspectedUnexpectedReactionIsExpedited() {
    for (List<String> answers : List.of(List.of("no", "no"), List.of("yes", "yes"))) {
      Book book =
          new Book()
              .form(
                  "unscheduled",
                  "serious-adverse-event",
                  "aware-at",
                  "2025-02-10 16:30",
                  "suspected",
                  answers.get(0),
                  "expected",
                  answers.get(1),
                  "death",
                  "no",
                  "life-threatening",
                  "no");
      SeriousReport report = SeriousReport.derive(book.sheets(), PROTOCOL).getFirst();
      assertThat(report.expeditedDue().isKnown()).isFalse();
    }
    Book other =
        new Book()
            .form(
                "unscheduled",
                "serious-adverse-event",
                "aware-at",
                "2025-02-10 16:30",
                "suspected",
                "yes",
                "expected",
                "no",
                "death",
                "no",
                "life-threatening",
                "no");
    assertThat(SeriousReport.derive(other.sheets(), PROTOCOL).getFirst().expeditedDue().get())
        .isEqualTo("2025-02-25");
  }

  @Test
  void beforeTreatmentNothingIsTreatmentEmergentOrLate() {
    AdverseEvents.Event event =
        derive(event(new Book(), "Nausea", "1", "2025-01-01")).events().getFirst();
    assertThat(event.treatmentEmergent().isKnown()).isFalse();
    assertThat(event.radiationEffect().isKnown()).isFalse();
    assertThat(event.treatmentEmergent().sentence(Language.ZH)).isEqualTo("没有研究治疗记录");
  }

  @Test
  void aRecordIsTakenAsItWasEnteredWithItsEvidence() {
    Book book =
        event(
            treated(),
            "Colitis",
            "3",
            "2025-02",
            "ended-on",
            "2025-03-04",
            "verbatim",
            "diarrhoea with blood",
            "immune-related",
            "yes");
    Derived<AdverseEvent> record = derive(book).events().getFirst().record();

    assertThat(record.get().number()).isEqualTo(1);
    assertThat(record.get().verbatim()).isEqualTo("diarrhoea with blood");
    assertThat(record.get().immuneRelated()).isTrue();
    assertThat(record.get().serious()).isFalse();
    assertThat(record.sentence(Language.EN))
        .isEqualTo("Colitis, grade 3, from 2025-02 until 2025-03-04");
    assertThat(record.sentence(Language.ZH)).isEqualTo("结肠炎，3 级，自 2025-02 至 2025-03-04");
    // Term, grade, beginning, end, words, seriousness and the relation to immunity.
    assertThat(record.facts()).hasSize(7);
    assertThat(
            derive(event(treated(), "Nausea", "1", "2025-02-10"))
                .events()
                .getFirst()
                .record()
                .sentence(Language.EN))
        .isEqualTo("Nausea, grade 1, from 2025-02-10.");
  }

  @ParameterizedTest
  @CsvSource({"?unknown, 2, 2025-02-10", "Nausea, ?unknown, 2025-02-10", "Nausea, 2, ?unknown"})
  void aRecordWithoutTermGradeOrBeginningWaitsUntilItHasThem(
      String term, String grade, String from) {
    AdverseEvents events = derive(event(treated(), term, grade, from));

    assertThat(events.events()).isEmpty();
    assertThat(events.worst()).isEmpty();
    assertThat(events.hasSerious()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "unrelated, false",
    "unlikely, false",
    "possible, true",
    "probable, true",
    "definite, true",
    "?unknown, false"
  })
  void aRelationCountsFromPossibleOn(String answer, boolean related) {
    Book book = event(treated(), "Nausea", "1", "2025-02-10", "related-nab-paclitaxel", answer);

    Derived<Boolean> taxane = derive(book).events().getFirst().related().get("taxane");
    assertThat(taxane.get()).isEqualTo(related);
    assertThat(taxane.sentence(Language.EN))
        .isEqualTo("Nausea related to taxane: " + (related ? "yes" : "no"));
  }

  @Test
  void oneSeriousEventMakesTheCourseSerious() {
    Book mild = event(treated(), "Nausea", "1", "2025-02-10");
    assertThat(derive(mild).hasSerious()).isFalse();
    mild.form(
        "unscheduled",
        "adverse-event",
        "term",
        "Sepsis",
        "grade",
        "4",
        "started-on",
        "2025-02-12",
        "serious",
        "yes");
    assertThat(derive(mild).hasSerious()).isTrue();
  }

  @Test
  void theSentencesNameTheDaysThatDecided() {
    AdverseEvents.Event event =
        derive(event(treated(), "Esophagitis", "2", "2025-03-06")).events().getFirst();

    assertThat(event.treatmentEmergent().sentence(Language.EN))
        .isEqualTo(
            "Esophagitis began on 2025-03-06; treatment ran from 2025-01-06 to 2025-02-03, and 30"
                + " days after it still count: no");
    assertThat(event.radiationEffect().sentence(Language.EN))
        .isEqualTo(
            "Esophagitis began 38 days after the first fraction; from day 90 on an effect is late:"
                + " acute");
    assertThat(event.specialInterest().sentence(Language.ZH)).endsWith("：否");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safety.treatment-emergent-days",
        "safety.late-effect-days",
        "safety.special-interest"
      })
  void whileTheProtocolLeavesALimitOpenTheAnswerIsMissingAndNamesIt(String setting) {
    Book book = event(treated(), "Esophagitis", "2", "2025-02-10");
    AdverseEvents.Event event =
        AdverseEvents.derive(
                book.sheets(),
                ShippedTrial.folder().undecided(setting).protocol(),
                TreatmentDates.read(book.sheets()))
            .events()
            .getFirst();
    Derived<?> answer =
        switch (setting) {
          case "safety.treatment-emergent-days" -> event.treatmentEmergent();
          case "safety.late-effect-days" -> event.radiationEffect();
          default -> event.specialInterest();
        };

    assertThat(answer.isKnown()).isFalse();
    assertThat(answer.sentence(Language.EN)).contains("leaves open").contains(setting);
  }

  @Test
  void aSeriousOrImmuneRelatedEventCountsAsLongAsTheProtocolCollectsIt() {
    assertThat(late("2025-05-04", "immune-related", "yes")).isTrue();
    assertThat(late("2025-05-05", "immune-related", "yes")).isFalse();
    assertThat(late("2025-05-04", "serious", "yes")).isTrue();
    assertThat(late("2025-05-04", "immune-related", "no")).isFalse();
    Derived<Boolean> known =
        derive(event(treated(), "Pneumonitis", "3", "2025-05-04", "immune-related", "yes"))
            .events()
            .getFirst()
            .treatmentEmergent();
    assertThat(known.sentence(Language.EN)).contains("90 days after it still count: yes");
  }

  private static boolean late(String from, String item, String answer) {
    return derive(event(treated(), "Pneumonitis", "3", from, item, answer))
        .events()
        .getFirst()
        .treatmentEmergent()
        .get();
  }
}
