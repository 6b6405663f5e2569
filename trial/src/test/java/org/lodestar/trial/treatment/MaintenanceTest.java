package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.protocol.TimeOrigin;

class MaintenanceTest {
  private static final String MEANING = "value: no-progression-at-last-assessment";
  private static final LocalDate START = LocalDate.of(2025, 7, 1);
  private static final FactRef FACT = new FactRef(9, "tumour-assessment.response");

  private static <T> Derived<T> known(T value) {
    return Derived.of(TreatmentRule.READ, value, FACT);
  }

  private static <T> Derived<T> unknown() {
    return Derived.missing(TreatmentRule.READ, Message.of(new Words("no assessment yet", "尚无评估")));
  }

  private static Maintenance.Question question(Derived<DiseaseStatus> status) {
    return new Maintenance.Question(status, known(50), known(49), unknown());
  }

  private static Protocol meaning(String meaning) {
    return ShippedTrial.folder().with("decisions.yaml", MEANING, "value: " + meaning).protocol();
  }

  @ParameterizedTest
  @CsvSource({
    "no-progression-at-last-assessment, NO_PROGRESSION, GIVE",
    "no-progression-at-last-assessment, NOT_EVALUABLE, ASK",
    "no-progression-at-last-assessment, PROGRESSION, STOP",
    "stable-for-minimum-time, NO_PROGRESSION, GIVE",
    "stable-for-minimum-time, NOT_EVALUABLE, ASK",
    "investigator-judgement, NO_PROGRESSION, ASK",
    "investigator-judgement, PROGRESSION, STOP"
  })
  void maintenanceBeginsAsTheTrialMeansIt(String meaning, DiseaseStatus status, Action expected) {
    assertThat(new Maintenance(meaning(meaning)).deriveStart(question(known(status))).get())
        .isEqualTo(expected);
  }

  @Test
  void withoutAnAssessmentAPersonIsAsked() {
    Derived<Action> start =
        new Maintenance(ShippedTrial.folder().protocol()).deriveStart(question(unknown()));
    assertThat(start.get()).isEqualTo(Action.ASK);
    assertThat(start.sentence(Language.EN)).contains("no assessment yet");
  }

  @Test
  void stableForTooShortATimeIsHeld() {
    Maintenance.Question early =
        new Maintenance.Question(
            known(DiseaseStatus.NO_PROGRESSION), known(48), known(49), unknown());
    assertThat(new Maintenance(meaning("stable-for-minimum-time")).deriveStart(early).get())
        .isEqualTo(Action.HOLD);
  }

  /** The shipped trial without an answer to what disease stabilisation is. */
  static Protocol withoutMeaning() {
    return ShippedTrial.folder()
        .with(
            "decisions.yaml",
            """
              treatment.maintenance-start:
                value: no-progression-at-last-assessment
                rationale: {en: "Read as: no progression at the assessment after radiotherapy.", zh: "理解为：放疗后评估未见进展。"}
                source: judgement
                confirmed: null
            """,
            "")
        .protocol();
  }

  @Test
  void whileItsMeaningIsOpenMaintenanceIsNeverAuthorised() {
    Derived<Action> start =
        new Maintenance(withoutMeaning())
            .deriveStart(question(known(DiseaseStatus.NO_PROGRESSION)));
    assertThat(start.isKnown()).isFalse();
    assertThat(start.sentence(Language.EN)).contains("disease stabilization");
  }

  private static Derived<LocalDate> end(
      Optional<Derived<LocalDate>> progression, Optional<Derived<LocalDate>> intolerance) {
    return new Maintenance(ShippedTrial.folder().protocol())
        .deriveEnd(
            new Maintenance.Course(
                Map.of(TimeOrigin.MAINTENANCE_START, known(START)), progression, intolerance));
  }

  @Test
  void itEndsAtOneYearOrEarlierWithProgressionOrIntolerance() {
    assertThat(end(Optional.empty(), Optional.empty()).get()).isEqualTo(START.plusYears(1));
    Derived<LocalDate> early = end(Optional.of(known(START.plusDays(90))), Optional.empty());
    assertThat(early.get()).isEqualTo(START.plusDays(90));
    assertThat(early.sentence(Language.EN)).contains("disease progression");
    assertThat(
            end(Optional.of(known(START.plusDays(90))), Optional.of(known(START.plusDays(20))))
                .get())
        .isEqualTo(START.plusDays(20));
    assertThat(end(Optional.of(known(START.plusYears(2))), Optional.empty()).get())
        .isEqualTo(START.plusYears(1));
  }

  @Test
  void withoutItsOriginOnlyAnEventEndsIt() {
    Maintenance maintenance = new Maintenance(ShippedTrial.folder().protocol());
    assertThat(
            maintenance
                .deriveEnd(new Maintenance.Course(Map.of(), Optional.empty(), Optional.empty()))
                .isKnown())
        .isFalse();
    assertThat(
            maintenance
                .deriveEnd(
                    new Maintenance.Course(Map.of(), Optional.of(known(START)), Optional.empty()))
                .get())
        .isEqualTo(START);
  }

  @ParameterizedTest
  @CsvSource({"48, HOLD", "49, GIVE", "50, GIVE"})
  void stableForTheLeastTimeIsLongEnough(int days, Action expected) {
    assertThat(
            new Maintenance(meaning("stable-for-minimum-time"))
                .deriveStart(
                    new Maintenance.Question(
                        known(DiseaseStatus.NO_PROGRESSION), known(days), known(49), unknown()))
                .get())
        .isEqualTo(expected);
  }

  @Test
  void theInvestigatorsJudgementBeginsOrHoldsIt() {
    for (boolean stable : new boolean[] {true, false}) {
      assertThat(
              new Maintenance(meaning("investigator-judgement"))
                  .deriveStart(
                      new Maintenance.Question(
                          known(DiseaseStatus.NO_PROGRESSION), unknown(), unknown(), known(stable)))
                  .get())
          .isEqualTo(stable ? Action.GIVE : Action.HOLD);
    }
  }

  @Test
  void whileItsOriginIsLeftOpenTheTimeLimitIsMissingAndAnEventStillEndsIt() {
    Maintenance open =
        new Maintenance(ShippedTrial.folder().undecided("treatment.maintenance-origin").protocol());
    Maintenance.Course nothing =
        new Maintenance.Course(
            Map.of(TimeOrigin.MAINTENANCE_START, known(START)), Optional.empty(), Optional.empty());
    assertThat(open.deriveEnd(nothing).isKnown()).isFalse();
    assertThat(open.deriveEnd(nothing).sentence(Language.EN))
        .contains("leaves open")
        .contains("treatment.maintenance-origin");
    assertThat(
            open.deriveEnd(
                    new Maintenance.Course(Map.of(), Optional.of(known(START)), Optional.empty()))
                .get())
        .isEqualTo(START);
  }
}
