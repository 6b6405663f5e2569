package org.lodestar.trial.capture;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.trial.cases.Acts;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.protocol.FormRule;
import org.lodestar.trial.protocol.Protocol;

/** What may be saved on a form, when it is complete, and what the fold makes of it. */
class CaptureTest {
  private static final Protocol PROTOCOL = Book.protocol();
  private static final ParticipantCode CODE = ParticipantCode.ofOrdinal(1);
  private static final FormInstance VITALS = new FormInstance(CODE, "screening", "vital-signs", 1);

  private final Acts acts = new Acts();

  private Casebook casebook() {
    return Casebook.fold(CODE, acts.facts());
  }

  private static SortedMap<String, Entry> items(String... namesAndTexts) {
    SortedMap<String, Entry> items = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      String[] value = namesAndTexts[i + 1].split(" ", 2);
      items.put(
          "vital-signs." + namesAndTexts[i],
          value.length == 2
              ? Entry.typed(value[0], value[1])
              : value[0].startsWith("?")
                  ? Entry.missing(value[0].substring(1))
                  : Entry.typed(value[0]));
    }
    return items;
  }

  /** The first fact about the participant, so that she is known. */
  private CaptureTest registered() {
    acts.append(
        new Outcome.Accepted(
            List.of(Draft.of(Stream.ENROLMENT, CODE, new Body.ParticipantRegistered(CODE))),
            java.util.Map.of()),
        Acts.by(Role.COORDINATOR));
    return this;
  }

  private Outcome save(String reason, String... namesAndTexts) {
    return Capture.decide(
        casebook(),
        PROTOCOL,
        new CaptureCommand.SaveForm(VITALS, items(namesAndTexts), reason),
        Acts.by(Role.COORDINATOR));
  }

  private void saved(String reason, String... namesAndTexts) {
    acts.append(save(reason, namesAndTexts), Acts.by(Role.COORDINATOR));
  }

  @Test
  void nothingIsSavedAboutSomebodyWhoIsNotRegistered() {
    assertThat(Acts.refusals(save(null, "temperature", "37 Cel")))
        .containsExactly(CaptureRule.UNKNOWN_PARTICIPANT);
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, 36.6 Cel, ''",
    "temperature, ?not-done, ''",
    "temperature, warm Cel, UNREADABLE",
    "temperature, 36.6 K, UNKNOWN_UNIT",
    "systolic, 119 mm[Hg], ''",
  })
  void anEntryIsReadBeforeItIsSaved(String item, String text, String refusal) {
    List<String> refused =
        Acts.refusals(registered().save(null, item, text)).stream()
            .map(rule -> ((FormRule) rule).name())
            .toList();
    assertThat(String.join(",", refused)).isEqualTo(refusal);
  }

  @Test
  void aFormOrAnItemThatTheProtocolDoesNotHaveIsRefusedWithThoseThatItHas() {
    registered();
    Outcome unknownForm =
        Capture.decide(
            casebook(),
            PROTOCOL,
            new CaptureCommand.SaveForm(
                new FormInstance(CODE, "screening", "horoscope", 1), items(), null),
            Acts.by(Role.COORDINATOR));
    assertThat(Acts.refusals(unknownForm)).containsExactly(CaptureRule.UNKNOWN_FORM);
    Outcome unknownItem = save(null, "star-sign", "leo");
    assertThat(Acts.refusals(unknownItem)).containsExactly(CaptureRule.UNKNOWN_ITEM);
    Refusal refusal = ((Outcome.Refused) unknownItem).refusals().getFirst();
    assertThat(refusal.message().in(Language.EN)).contains("vital-signs.temperature");
    assertThat(refusal.field()).isEqualTo("vital-signs.star-sign");
  }

  @Test
  void aHardCheckRefusesTheImpossibleAlsoAgainstWhatWasSavedBefore() {
    registered().saved(null, "systolic", "120 mm[Hg]");
    assertThat(Acts.refusals(save(null, "diastolic", "130 mm[Hg]")))
        .containsExactly(CaptureRule.HARD_CHECK);
    assertThat(Acts.refusals(save(null, "diastolic", "80 mm[Hg]"))).isEmpty();
  }

  @Test
  void aChangeNeedsAReasonAndAFirstEntryDoesNot() {
    registered().saved(null, "temperature", "36.6 Cel");
    assertThat(Acts.refusals(save(null, "temperature", "36.7 Cel")))
        .containsExactly(CaptureRule.REASON_NEEDED);
    assertThat(Acts.refusals(save(" ", "temperature", "36.7 Cel")))
        .containsExactly(CaptureRule.REASON_NEEDED);
    assertThat(Acts.refusals(save("misread", "temperature", "36.7 Cel"))).isEmpty();
  }

  @Test
  void onlyWhatChangedIsSavedAndNothingChangedIsRefused() {
    registered().saved(null, "temperature", "36.6 Cel");
    assertThat(Acts.refusals(save(null, "temperature", "36.6 Cel")))
        .containsExactly(CaptureRule.NOTHING_CHANGED);
    Outcome.Accepted accepted =
        (Outcome.Accepted) save(null, "temperature", "36.6 Cel", "pulse", "70 /min");
    Body.FormSaved body = (Body.FormSaved) accepted.drafts().getFirst().body();
    assertThat(body.items().keySet()).containsExactly("vital-signs.pulse");
    assertThat(accepted.read()).containsEntry(new Stream.Form(VITALS), 1L);
  }

  @Test
  void aFormIsCompleteWhenWhatIsRequiredIsThereAndASaveOpensItAgain() {
    registered().saved(null, "temperature", "36.6 Cel");
    assertThat(Acts.refusals(complete())).containsExactly(CaptureRule.NOT_COMPLETE);
    saved(null, "measured-on", "2026-06-01", "pulse", "70 /min");
    acts.append(complete(), Acts.by(Role.COORDINATOR));
    assertThat(casebook().form(VITALS).complete()).isTrue();
    assertThat(Acts.refusals(complete())).containsExactly(CaptureRule.ALREADY_COMPLETE);
    saved("misread", "pulse", "71 /min");
    assertThat(casebook().form(VITALS).complete()).isFalse();
  }

  private Outcome complete() {
    return Capture.decide(
        casebook(), PROTOCOL, new CaptureCommand.CompleteForm(VITALS), Acts.by(Role.COORDINATOR));
  }

  @Test
  void aValueIsTakenOutByTwoPeopleForAReason() {
    registered().saved(null, "temperature", "36.6 Cel");
    long seq = acts.facts().getLast().seq();
    assertThat(Acts.refusals(redact(seq, "a name", "")))
        .containsExactly(CaptureRule.REDACTION_NEEDS);
    assertThat(Acts.refusals(redact(seq, "", "second")))
        .containsExactly(CaptureRule.REDACTION_NEEDS);
    assertThat(Acts.refusals(redact(seq, "a name", Role.DATA_MANAGER.name())))
        .containsExactly(CaptureRule.SECOND_PERSON);
    assertThat(Acts.refusals(redact(seq + 1, "a name", "second")))
        .containsExactly(CaptureRule.NOT_SAVED_THERE);
    acts.append(redact(seq, "a name", "second"), Acts.by(Role.DATA_MANAGER));
    assertThat(casebook().form(VITALS).entry("vital-signs.temperature"))
        .isInstanceOf(Entry.Redacted.class);
    assertThat(new Sheet(casebook().form(VITALS)).decimal("temperature").isKnown()).isFalse();
  }

  private Outcome redact(long seq, String reason, String second) {
    return Capture.decide(
        casebook(),
        PROTOCOL,
        new CaptureCommand.RedactValue(VITALS, seq, "vital-signs.temperature", reason, second),
        Acts.by(Role.DATA_MANAGER));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoMayNotIsRefusedBeforeAnythingElse(Role role) {
    registered();
    Outcome save =
        Capture.decide(
            casebook(),
            PROTOCOL,
            new CaptureCommand.SaveForm(VITALS, items("star-sign", "leo"), null),
            Acts.by(role));
    assertThat(Acts.refusals(save))
        .containsExactly(
            Permission.SAVE_FORM.allows(role)
                ? CaptureRule.UNKNOWN_ITEM
                : CaptureRule.NOT_PERMITTED);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN_LOG, ADMINISTRATOR SYSTEM",
    "ACTIVATE_PROTOCOL, INVESTIGATOR ADMINISTRATOR",
    "OPEN_ACCOUNT, ADMINISTRATOR",
    "NAME_CUT, DATA_MANAGER STATISTICIAN ADMINISTRATOR",
    "IMPORT_ARTEFACT, COORDINATOR DATA_MANAGER PHYSICIST RADIATION_ONCOLOGIST STATISTICIAN",
    "SAVE_FORM, COORDINATOR INVESTIGATOR RADIATION_ONCOLOGIST PHYSICIST SAFETY_OFFICER"
        + " INDEPENDENT_READER",
    "REGISTER, COORDINATOR INVESTIGATOR",
    "ENROL, INVESTIGATOR",
    "FAIL_SCREENING, COORDINATOR INVESTIGATOR",
    "DECIDE, INVESTIGATOR RADIATION_ONCOLOGIST PHYSICIST SAFETY_OFFICER",
    "ADJUDICATE, ADJUDICATOR",
    "REDACT, DATA_MANAGER ADMINISTRATOR"
  })
  void everyPermissionIsOfTheseRolesAndOfNoOther(Permission permission, String roles) {
    List<String> allowed = List.of(roles.split(" ", -1));
    for (Role role : Role.values()) {
      assertThat(permission.allows(role)).as(role.name()).isEqualTo(allowed.contains(role.name()));
      assertThat(permission.refuse(Acts.by(role)).isEmpty())
          .as(role.name())
          .isEqualTo(allowed.contains(role.name()));
    }
  }

  @Property(tries = 200)
  void foldingInPiecesGivesWhatFoldingAtOnceGives(
      @ForAll @Size(max = 30) List<@IntRange(min = 30, max = 45) Integer> temperatures,
      @ForAll @IntRange(min = 0, max = 30) int cut) {
    CaptureTest test = new CaptureTest().registered();
    for (int temperature : temperatures) {
      Outcome outcome = test.save("again", "temperature", temperature + " Cel");
      if (outcome instanceof Outcome.Accepted) {
        test.acts.append(outcome, Acts.by(Role.COORDINATOR));
      }
    }
    List<Fact> facts = test.acts.facts();
    int at = Math.min(cut, facts.size());
    Casebook whole = Casebook.fold(CODE, facts);
    Casebook pieces =
        Casebook.fold(CODE, facts.subList(0, at)).with(facts.subList(at, facts.size()));

    assertThat(pieces).isEqualTo(whole);
    assertThat(whole.lastSeq()).isEqualTo(facts.size());
    if (whole.form(VITALS) != null) {
      assertThat(whole.form(VITALS).item("vital-signs.temperature").history())
          .hasSize(facts.size() - 1);
    }
  }
}
