package org.lodestar.trial.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.capture.CaptureRule;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.cases.Acts;
import org.lodestar.trial.cases.Pairs;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** Registration, enrolment and screen failure, decided on facts alone. */
class EnrolmentTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final Context COORDINATOR = Acts.by(Role.COORDINATOR);
  private static final Context INVESTIGATOR = Acts.by(Role.INVESTIGATOR);

  private final Acts acts = new Acts();
  private Protocol protocol = PROTOCOL;

  private EnrolmentRegister register() {
    EnrolmentRegister register = new EnrolmentRegister();
    acts.facts().forEach(register::apply);
    return register;
  }

  private Casebook casebook(ParticipantCode code) {
    return Casebook.fold(
        code, acts.facts().stream().filter(fact -> code.equals(fact.participant())).toList());
  }

  private Outcome decide(EnrolmentCommand command, Context context) {
    return Enrolment.decide(register(), this::casebook, protocol, command, context);
  }

  private static SortedMap<String, Entry> consent(String signedOn) {
    SortedMap<String, Entry> items = new TreeMap<>();
    items.put("consent.signed-on", Entry.typed(signedOn));
    return items;
  }

  private ParticipantCode registered() {
    ParticipantCode code = register().nextCode();
    acts.append(
        decide(new EnrolmentCommand.RegisterParticipant(consent("2026-06-01")), COORDINATOR),
        COORDINATOR);
    return code;
  }

  /** Screening forms that meet every criterion, with one of them made bad. */
  private void screened(ParticipantCode code, String... bad) {
    SortedMap<String, SortedMap<String, Entry>> forms = new TreeMap<>();
    for (Pairs.Pair pair : Pairs.read("/capture/criteria.txt")) {
      (List.of(bad).contains(pair.name()) ? pair.bad() : pair.good())
          .forEach(
              (item, entry) ->
                  forms
                      .computeIfAbsent(item.substring(0, item.indexOf('.')), any -> new TreeMap<>())
                      .put(item, entry));
    }
    forms.remove("consent");
    forms.forEach(
        (form, items) ->
            acts.append(
                new Outcome.Accepted(
                    List.of(
                        Draft.of(
                            new Stream.Form(new FormInstance(code, "screening", form, 1)),
                            code,
                            new Body.FormSaved(items))),
                    java.util.Map.of()),
                COORDINATOR));
  }

  private ParticipantCode enrolled() {
    ParticipantCode code = registered();
    screened(code);
    acts.append(decide(new EnrolmentCommand.Enrol(code), INVESTIGATOR), INVESTIGATOR);
    return code;
  }

  private List<Rule> enrol(ParticipantCode code) {
    return Acts.refusals(decide(new EnrolmentCommand.Enrol(code), INVESTIGATOR));
  }

  @Test
  void theFirstConsentGivesTheNextCodeAndConsentInTheFutureGivesNone() {
    assertThat(registered().text()).isEqualTo("S-001");
    assertThat(registered().text()).isEqualTo("S-002");
    Outcome future =
        decide(new EnrolmentCommand.RegisterParticipant(consent("2026-07-01")), COORDINATOR);
    assertThat(Acts.refusals(future)).containsExactly(CaptureRule.HARD_CHECK);
  }

  @Test
  void whoMeetsEveryCriterionIsEnrolledUnderTheNextNumber() {
    ParticipantCode first = enrolled();
    assertThat(register().standing(first))
        .isInstanceOfSatisfying(
            EnrolmentRegister.Standing.Enrolled.class,
            standing -> {
              assertThat(standing.number()).isEqualTo("01-001");
              assertThat(standing.on()).isEqualTo("2026-06-30");
            });
    ParticipantCode second = enrolled();
    assertThat(register().enrolled().getLast()).isEqualTo(second);
    assertThat(register().enrolledCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "endoscopy, NOT_MET",
    "clinical-t, NOT_MET",
    "clinical-n, NOT_MET",
    "clinical-m, NOT_MET",
    "no-surgery, NOT_MET",
    "pathology, NOT_MET"
  })
  void oneCriterionNotMetKeepsAPersonOut(String criterion, EnrolmentRule refusal) {
    ParticipantCode code = registered();
    screened(code, criterion);
    assertThat(enrol(code)).containsExactly(refusal);
  }

  @Test
  void aCriterionOfWhichNothingIsKnownIsSaidToBeMissingAndNotToBeUnmet() {
    ParticipantCode code = registered();
    assertThat(enrol(code)).isNotEmpty().containsOnly(EnrolmentRule.NOT_KNOWN);
  }

  @Test
  void nobodyIsEnrolledTwiceNorAfterAFailedScreeningNorUnknown() {
    ParticipantCode code = enrolled();
    assertThat(enrol(code)).containsExactly(EnrolmentRule.ALREADY_ENROLLED);
    assertThat(enrol(ParticipantCode.ofOrdinal(99)))
        .containsExactly(EnrolmentRule.UNKNOWN_PARTICIPANT);
    ParticipantCode failed = registered();
    fail(failed, ScreenFailure.values()[0], "said so");
    assertThat(enrol(failed)).containsExactly(EnrolmentRule.SCREENING_CLOSED);
  }

  private void fail(ParticipantCode code, ScreenFailure cause, String reason) {
    acts.append(
        decide(new EnrolmentCommand.FailScreening(code, cause, reason), COORDINATOR), COORDINATOR);
  }

  @Test
  void theCapHoldsAndAnAmendmentOfTheNumberRaisesIt() {
    protocol =
        ShippedTrial.folder()
            .with("protocol.yaml", "planned-enrolment: {value: 41", "planned-enrolment: {value: 2")
            .protocol();
    enrolled();
    enrolled();
    ParticipantCode third = registered();
    screened(third);
    assertThat(enrol(third)).containsExactly(EnrolmentRule.CAP_REACHED);
    protocol = PROTOCOL;
    assertThat(enrol(third)).isEmpty();
  }

  @Test
  void aFailedScreeningKeepsItsCauseAndTheCriteriaNotMet() {
    ParticipantCode code = registered();
    screened(code, "clinical-m", "ecog");
    assertThat(
            Acts.refusals(
                decide(
                    new EnrolmentCommand.FailScreening(code, ScreenFailure.OTHER, " "),
                    COORDINATOR)))
        .containsExactly(EnrolmentRule.REASON_NEEDED);
    fail(code, ScreenFailure.values()[0], "metastasis");
    assertThat(register().standing(code))
        .isInstanceOfSatisfying(
            EnrolmentRegister.Standing.Failed.class,
            failed -> assertThat(failed.criteria()).containsExactly("clinical-m", "ecog"));
  }

  @Test
  void onlyAnInvestigatorEnrols() {
    ParticipantCode code = registered();
    assertThat(Acts.refusals(decide(new EnrolmentCommand.Enrol(code), COORDINATOR)))
        .containsExactly(CaptureRule.NOT_PERMITTED);
  }

  @Test
  void aDecisionNamesEveryStreamThatItRestsOn() {
    ParticipantCode code = registered();
    screened(code);
    Outcome.Accepted accepted =
        (Outcome.Accepted) decide(new EnrolmentCommand.Enrol(code), INVESTIGATOR);
    assertThat(accepted.read()).containsKey(Stream.ENROLMENT);
    assertThat(accepted.read())
        .containsEntry(new Stream.Casebook(code), casebook(code).lastSeq())
        .hasSize(2);
  }

  @Property(tries = 60)
  void codesAndNumbersAreNeverGivenTwice(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 2) Integer> courses) {
    EnrolmentTest test = new EnrolmentTest();
    for (int course : courses) {
      switch (course) {
        case 0 -> test.enrolled();
        case 1 -> test.fail(test.registered(), ScreenFailure.values()[0], "said so");
        default -> test.registered();
      }
    }
    EnrolmentRegister register = test.register();

    assertThat(register.registered()).doesNotHaveDuplicates().hasSize(courses.size());
    assertThat(register.enrolled()).doesNotHaveDuplicates();
    assertThat(
            register.enrolled().stream()
                .map(code -> (EnrolmentRegister.Standing.Enrolled) register.standing(code))
                .map(EnrolmentRegister.Standing.Enrolled::ordinal))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, register.enrolledCount()).boxed().toList());
  }

  @Test
  void aPlaceIsHeldFromConsentUntilItLapses() {
    protocol =
        ShippedTrial.folder()
            .with("protocol.yaml", "planned-enrolment: {value: 41", "planned-enrolment: {value: 3")
            .protocol();
    enrolled();
    ParticipantCode waiting = registered();
    LocalDate last = LocalDate.of(2026, 6, 1).plusDays(28);
    assertThat(slots(last))
        .isEqualTo(new Slots(3, 1, List.of(new Slots.Held(waiting, last)), List.of(), 1));
    assertThat(slots(last.plusDays(1))).isEqualTo(new Slots(3, 1, List.of(), List.of(waiting), 2));
    fail(waiting, ScreenFailure.values()[0], "said so");
    assertThat(slots(last)).isEqualTo(new Slots(3, 1, List.of(), List.of(), 2));
  }

  private Slots slots(LocalDate today) {
    TreeMap<ParticipantCode, Derived<LocalDate>> consents = new TreeMap<>();
    for (ParticipantCode code : register().registered()) {
      new Sheets(casebook(code), List::of)
          .of("consent")
          .forEach(sheet -> consents.put(code, sheet.date("signed-on")));
    }
    Derived<Slots> slots = Slots.derive(register(), consents, protocol, today);
    assertThat(slots.sentence(Language.EN)).startsWith("3 places: 1 enrolled");
    return slots.get();
  }
}
