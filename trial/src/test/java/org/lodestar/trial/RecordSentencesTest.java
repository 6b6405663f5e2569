package org.lodestar.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.deviation.DeviationRule;
import org.lodestar.trial.deviation.Deviations;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.efficacy.LandmarkStatus;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.enrolment.Eligibility;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.treatment.DiseaseStatus;
import org.lodestar.trial.treatment.Maintenance;
import org.lodestar.trial.treatment.TreatmentRule;

/** Every sentence of the registry's record, and what the program makes of it. */
class RecordSentencesTest {
  private static final Protocol PROTOCOL = Book.protocol();
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final FactRef FACT = new FactRef(9, "tumour-assessment.response");

  @TestFactory
  Stream<DynamicTest> whoMayEnter() {
    return Stream.of(
        criterion("without an endoscopy nobody can be judged", "endoscopy", null),
        criterion(
            "an endoscopy at the site confirms",
            "endoscopy",
            true,
            "endoscopy",
            "at-site",
            "yes",
            "diagnosis-confirmed",
            "yes"),
        criterion("cT4a enters", "clinical-t", true, "staging", "t", "T4a"),
        criterion("cT4b does not", "clinical-t", false, "staging", "t", "T4b"),
        criterion("N1 enters", "clinical-n", true, "staging", "n", "N1"),
        criterion("N0 does not", "clinical-n", false, "staging", "n", "N0"),
        criterion("M1 does not", "clinical-m", false, "staging", "m", "M1"),
        criterion(
            "surgery declined enters",
            "no-surgery",
            true,
            "eligibility-judgement",
            "surgery",
            "declined"),
        criterion(
            "unsuitable for surgery enters, as another answer",
            "no-surgery",
            true,
            "eligibility-judgement",
            "surgery",
            "unsuitable"),
        criterion(
            "suitable for surgery and willing does not",
            "no-surgery",
            false,
            "eligibility-judgement",
            "surgery",
            "suitable"));
  }

  private static DynamicTest criterion(
      String sentence, String key, Boolean met, String... formAndItems) {
    return dynamicTest(
        sentence,
        () -> {
          Book book = new Book();
          if (formAndItems.length > 0) {
            book.form(
                "screening",
                formAndItems[0],
                List.of(formAndItems).subList(1, formAndItems.length).toArray(String[]::new));
          }
          Derived<Boolean> judged =
              Eligibility.derive(book.casebook(), PROTOCOL, TODAY).criteria().stream()
                  .filter(each -> each.criterion().key().equals(key))
                  .findFirst()
                  .orElseThrow()
                  .met();
          assertThat(judged.known()).isEqualTo(Optional.ofNullable(met));
        });
  }

  @TestFactory
  Stream<DynamicTest> whenRadiotherapyStarts() {
    return Stream.of(
        start("with day 1 of cycle 2", "2026-03-02", null, "2026-03-23"),
        start("with a delayed cycle 2 it waits", "2026-03-02", "2026-03-30", "2026-03-30"),
        start("on a holiday it starts on the machine's next day", "2026-09-10", null, "2026-10-08"),
        dynamicTest(
            "with cycle 2 omitted it still starts on the day that was planned",
            () -> {
              Book book = given("2026-03-02");
              book.form(
                  "cycle-2",
                  "prescription",
                  "agent",
                  "carboplatin",
                  "cycle",
                  "2",
                  "decision",
                  "omit");
              assertThat(schedule(book).radiotherapyStart().get()).isEqualTo("2026-03-23");
            }));
  }

  private static DynamicTest start(String sentence, String first, String second, String expected) {
    return dynamicTest(
        sentence,
        () -> {
          Book book = given(first);
          if (second != null) {
            book.decided(ScheduleFacts.cycleSubject(2), second);
          }
          assertThat(schedule(book).radiotherapyStart().get()).isEqualTo(expected);
        });
  }

  private static Book given(String day) {
    return new Book()
        .form("screening", "consent", "signed-on", "2024-12-20", "type", "initial")
        .form(
            "cycle-1",
            "administration",
            "agent",
            "carboplatin",
            "cycle",
            "1",
            "started-at",
            day + "T09:00",
            "dose",
            "450 mg");
  }

  private static Schedule schedule(Book book) {
    return Schedule.derive(
        ScheduleFacts.read(book.sheets(), PROTOCOL, null),
        PROTOCOL,
        Schedule.clinic(PROTOCOL),
        Schedule.machine(PROTOCOL),
        Outlook.from(LocalDate.of(2026, 3, 3)));
  }

  @TestFactory
  Stream<DynamicTest> howManyFractions() {
    return Stream.of(
        fractions(24, DeviationRule.FRACTIONS_MISSING),
        fractions(25, null),
        fractions(26, DeviationRule.FRACTION_BEYOND_PLAN));
  }

  private static DynamicTest fractions(int count, DeviationRule expected) {
    return dynamicTest(
        count + " fractions",
        () -> {
          Book book = given("2026-03-02");
          LocalDate first = LocalDate.of(2026, 3, 23);
          for (int i = 1; i <= count; i++) {
            book.form(
                "radiotherapy",
                "fraction",
                "number",
                String.valueOf(i),
                "delivered-at",
                first.plusDays(i) + "T10:00",
                "status",
                "complete",
                "dose",
                "1.8 Gy");
          }
          book.form("radiotherapy", "rt-milestones", "ended-on", first.plusDays(count).toString());
          List<DeviationRule> counted =
              Deviations.derive(
                      book.sheets(), PROTOCOL, efficacy(book, TODAY), LocalDate.of(2026, 4, 30))
                  .stream()
                  .map(found -> found.get().rule())
                  .filter(
                      rule ->
                          rule == DeviationRule.FRACTIONS_MISSING
                              || rule == DeviationRule.FRACTION_BEYOND_PLAN)
                  .toList();
          assertThat(counted).isEqualTo(expected == null ? List.of() : List.of(expected));
        });
  }

  private static org.lodestar.trial.efficacy.ParticipantEfficacy efficacy(
      Book book, LocalDate cutoff) {
    return EfficacyDerivation.derive(
        book.sheets(),
        PROTOCOL,
        Derived.of(EfficacyRule.ORIGIN, LocalDate.of(2025, 1, 2), new FactRef(1, "enrolment.on")),
        cutoff);
  }

  @TestFactory
  Stream<DynamicTest> maintenance() {
    LocalDate start = LocalDate.of(2025, 7, 1);
    return Stream.of(
        maintenanceStart(
            "with stabilisation it may start", DiseaseStatus.NO_PROGRESSION, Action.GIVE),
        maintenanceStart(
            "without stabilisation it may not", DiseaseStatus.PROGRESSION, Action.STOP),
        maintenanceStart("what was not judged is asked", DiseaseStatus.NOT_EVALUABLE, Action.ASK),
        maintenanceEnd("it ends at one year", start, null, null, start.plusYears(1)),
        maintenanceEnd("or at progression", start, start.plusDays(90), null, start.plusDays(90)),
        maintenanceEnd("or at intolerance", start, null, start.plusDays(40), start.plusDays(40)),
        maintenanceEnd(
            "what happens after the year does not prolong it",
            start,
            start.plusYears(2),
            null,
            start.plusYears(1)));
  }

  private static DynamicTest maintenanceStart(
      String sentence, DiseaseStatus status, Action expected) {
    return dynamicTest(
        sentence,
        () ->
            assertThat(
                    new Maintenance(PROTOCOL)
                        .deriveStart(
                            new Maintenance.Question(
                                known(status), known(60), known(49), unknown()))
                        .get())
                .isEqualTo(expected));
  }

  private static DynamicTest maintenanceEnd(
      String sentence,
      LocalDate start,
      LocalDate progression,
      LocalDate intolerance,
      LocalDate end) {
    return dynamicTest(
        sentence,
        () ->
            assertThat(
                    new Maintenance(PROTOCOL)
                        .deriveEnd(
                            new Maintenance.Course(
                                Map.of(TimeOrigin.MAINTENANCE_START, known(start)),
                                Optional.ofNullable(progression).map(day -> known(day)),
                                Optional.ofNullable(intolerance).map(day -> known(day))))
                        .get())
                .isEqualTo(end));
  }

  private static <T> Derived<T> known(T value) {
    return Derived.of(TreatmentRule.READ, value, FACT);
  }

  private static <T> Derived<T> unknown() {
    return Derived.missing(TreatmentRule.READ, Message.of(new Words("none yet", "尚无")));
  }

  @TestFactory
  Stream<DynamicTest> lateEffectsAndSurvival() {
    return Stream.of(
        dynamicTest(
            "an effect of radiation long after treatment is recorded, late, and not emergent",
            () -> {
              Book book = given("2025-01-06");
              book.form(
                  "radiotherapy",
                  "fraction",
                  "number",
                  "1",
                  "delivered-at",
                  "2025-01-27T10:00",
                  "status",
                  "complete",
                  "dose",
                  "1.8 Gy");
              book.form(
                  "follow-up",
                  "adverse-event",
                  "term",
                  "Esophageal stenosis",
                  "grade",
                  "2",
                  "started-on",
                  "2026-02-01",
                  "serious",
                  "no");
              AdverseEvents.Event event =
                  AdverseEvents.derive(book.sheets(), PROTOCOL, TreatmentDates.read(book.sheets()))
                      .events()
                      .getFirst();
              assertThat(event.radiationEffect().get())
                  .isEqualTo(AdverseEvents.RadiationEffect.LATE);
              assertThat(event.treatmentEmergent().get()).isFalse();
            }),
        survival("dead at 24 months", "died-on", "2027-01-06", LandmarkStatus.EVENT),
        survival("dead after 24 months", "died-on", "2027-01-08", LandmarkStatus.EVENT_FREE),
        survival("alive at 24 months", null, "2027-01-07", LandmarkStatus.EVENT_FREE),
        survival("not heard of for 24 months", null, "2026-06-01", LandmarkStatus.NOT_ASSESSED));
  }

  private static DynamicTest survival(
      String sentence, String died, String on, LandmarkStatus expected) {
    return dynamicTest(
        sentence,
        () -> {
          Book book = given("2025-01-06");
          if (died == null) {
            book.form("survival", "survival-contact", "contacted-on", on, "status", "alive");
          } else {
            book.form("death", "death", died, on, "cause", "disease");
          }
          TimeToEvent time = efficacy(book, LocalDate.of(2027, 12, 31)).overallSurvival().get();
          assertThat(LandmarkStatus.of(time, 2 * 365 + 1)).isEqualTo(expected);
        });
  }
}
