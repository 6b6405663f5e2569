package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.DayOneRule;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** What the conditions of day 1 measure, and what each of them proposes. */
class DayOneConditionsTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate DAY = LocalDate.of(2025, 3, 24);

  private static DayOneRule rule(
      String test, String unit, @Nullable String min, @Nullable String max, String... except) {
    return new DayOneRule(
        test,
        List.of("carboplatin"),
        test,
        unit,
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        List.of(except),
        Action.HOLD,
        null);
  }

  private static final DayOneRule OTHER_GRADE =
      rule("non-haematological-grade", "grade", null, "1", "Alopecia");

  private static Book event(Book book, String term, int grade, String ended) {
    return book.form(
        "running",
        "adverse-event",
        "term",
        term,
        "grade",
        Integer.toString(grade),
        "started-on",
        "2025-03-10",
        "ended-on",
        ended);
  }

  private static Book blood(String sampledOn, String... itemsAndTexts) {
    String[] all = new String[itemsAndTexts.length + 2];
    all[0] = "sampled-on";
    all[1] = sampledOn;
    System.arraycopy(itemsAndTexts, 0, all, 2, itemsAndTexts.length);
    return new Book().form("cycle-2", "laboratory", all);
  }

  private static Derived<BigDecimal> measure(Book book, DayOneRule rule) {
    return new DayOneTests(book.sheets(), PROTOCOL, DAY).measure(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anemia",
        "Febrile neutropenia",
        "Lymphocyte count decreased",
        "NEUTROPHIL COUNT DECREASED",
        "Platelet count decreased",
        "White blood cell decreased"
      })
  void eventsOfTheBloodHaveConditionsOfTheirOwnAndDoNotCountAsOther(String term) {
    Book book = event(event(new Book(), term, 4, "?unknown"), "Nausea", 1, "?unknown");

    assertThat(measure(book, OTHER_GRADE).get()).isEqualByComparingTo("1");
  }

  @Test
  void theWorstOfTheOtherOngoingEventsCounts() {
    Book book = event(new Book(), "Nausea", 2, "?unknown");
    event(book, "Fatigue", 3, "?unknown");
    event(book, "Vomiting", 4, "2025-03-20");

    Derived<BigDecimal> worst = measure(book, OTHER_GRADE);

    assertThat(worst.get()).isEqualByComparingTo("3");
    assertThat(worst.sentence(Language.EN))
        .isEqualTo("the worst other ongoing adverse event has grade 3");
    // Term, grade and start of the two events under way; the one that is over has no part in it.
    assertThat(worst.facts()).hasSize(6);
  }

  @Test
  void aTermThatTheRuleExceptsDoesNotCountInWhateverLetters() {
    assertThat(measure(event(new Book(), "ALOPECIA", 2, "?unknown"), OTHER_GRADE).get())
        .isEqualByComparingTo("0");
    assertThat(measure(event(new Book(), "Alopecia areata", 2, "?unknown"), OTHER_GRADE).get())
        .isEqualByComparingTo("2");
  }

  @Test
  void withoutAnEventTheWorstGradeIsZero() {
    assertThat(measure(new Book(), OTHER_GRADE).get()).isEqualByComparingTo("0");
    assertThat(measure(new Book(), OTHER_GRADE).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-03-21, true", "2025-03-20, false"})
  void aSampleMayBeAsOldAsTheTrialAllowsAndNoOlder(String sampledOn, boolean known) {
    // The trial allows 3 days before day 1.
    assertThat(
            measure(
                    blood(sampledOn, "platelets", "180 10^9/L"),
                    rule("platelets", "10^9/L", "100", null))
                .isKnown())
        .isEqualTo(known);
  }

  @Test
  void aSampleThatWasNotTakenIsMissingByTheNameOfTheTest() {
    Derived<BigDecimal> none =
        measure(blood("2025-03-24"), rule("platelets", "10^9/L", "100", null));

    assertThat(none.isKnown()).isFalse();
    assertThat(none.sentence(Language.EN)).endsWith("is not recorded").containsIgnoringCase("plat");
    assertThat(none.sentence(Language.ZH)).isEqualTo("血小板计数未记录");
  }

  @ParameterizedTest
  @CsvSource({
    "95000 /uL, 10^9/L, 95",
    "95 10^9/L, /uL, 95000",
    "95 10^3/uL, 10^3/uL, 95",
    "95, 10^9/L, 95" // without a unit: in the first one
  })
  void aValueIsComparedInTheUnitOfTheConditionWhateverUnitItWasEnteredIn(
      String entered, String unit, String expected) {
    assertThat(
            measure(blood("2025-03-24", "platelets", entered), rule("platelets", unit, "100", null))
                .get())
        .isEqualByComparingTo(expected);
  }

  @Test
  void aLowHaemoglobinDoesNotPassBecauseItWasEnteredInTheSmallerUnit() {
    // 60 g/L is 6 g/dL; the number 60 alone would be above 9.
    DayOneRule rule = rule("haemoglobin", "g/dL", "9", null);
    Derived<BigDecimal> measured = measure(blood("2025-03-24", "haemoglobin", "60 g/L"), rule);

    assertThat(measured.get()).isEqualByComparingTo("6");
    assertThat(measured.facts()).hasSize(1);
    assertThat(DayOneDecision.judge(rule, measured).get()).isEqualTo(Action.HOLD);
  }

  @Test
  void aConditionInAUnitOfSomethingElseIsAskedAndNeverPassed() {
    DayOneRule rule = rule("haemoglobin", "mg/dL", "9", null);
    Derived<Action> asked =
        DayOneDecision.judge(rule, measure(blood("2025-03-24", "haemoglobin", "110 g/L"), rule));

    assertThat(asked.get()).isEqualTo(Action.ASK);
    assertThat(asked.sentence(Language.EN)).contains("is written in mg/dL").contains("g/L, g/dL");
  }

  @Test
  void aValueIsDividedByTheUpperLimitOfItsReportInOneUnit() {
    // 25.65 umol/L; 1 mg/dL is 17.1 umol/L: 1.5 times.
    Derived<BigDecimal> times =
        measure(
            blood("2025-03-24", "bilirubin", "25.65 umol/L", "bilirubin-uln", "1 mg/dL"),
            rule("bilirubin", "xULN", null, "1.5"));

    assertThat(times.get()).isEqualByComparingTo("1.5");
    assertThat(times.sentence(Language.EN)).isEqualTo("25.65 is 1.5 times the upper limit of 17.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?not-done", "0 U/L", "-40 U/L"})
  void withoutAnUpperLimitAboveZeroThereIsNoMultipleOfIt(String limit) {
    Derived<BigDecimal> times =
        measure(
            blood("2025-03-24", "alt", "30 U/L", "alt-uln", limit),
            rule("alt", "xULN", null, "2.5"));

    assertThat(times.isKnown()).isFalse();
    assertThat(times.sentence(Language.EN))
        .startsWith("no upper limit of the reference range is known for")
        .endsWith("Alanine aminotransferase");
  }

  @Test
  void aTestThatNoFormKnowsIsComparedAsItWasEntered() {
    Book book = blood("2025-03-24", "cystatin", "1.2", "cystatin-uln", "0.8");

    assertThat(measure(book, rule("cystatin", "xULN", null, "2")).get())
        .isEqualByComparingTo("1.5");
    assertThat(measure(book, rule("cystatin", "mg/L", null, "2")).get())
        .isEqualByComparingTo("1.2");
    assertThat(DayOneTests.words("cystatin")).isEqualTo(Words.same("cystatin"));
  }

  private static Derived<Action> judge(DayOneRule rule, String value) {
    return DayOneDecision.judge(rule, Derived.of(TreatmentRule.READ, new BigDecimal(value)));
  }

  @ParameterizedTest
  @CsvSource({"1.49, HOLD", "1.5, GIVE", "4, GIVE", "4.01, HOLD"})
  void bothLimitsOfAConditionBelongToWhatIsAllowed(String value, Action expected) {
    assertThat(judge(rule("platelets", "10^9/L", "1.5", "4"), value).get()).isEqualTo(expected);
  }

  @Test
  void theSentenceShowsTheLimitsThatTheConditionHas() {
    assertThat(judge(rule("x", "u", null, null), "2").sentence(Language.EN))
        .isEqualTo("x 2 u is within the limits (the trial states none)");
    assertThat(judge(rule("x", "u", null, null), "2").sentence(Language.ZH))
        .isEqualTo("x 2 u 符合要求（方案未设界值）");
    assertThat(judge(rule("x", "u", "1.5", null), "2").sentence(Language.EN))
        .isEqualTo("x 2 u is within the limits (≥ 1.5)");
    assertThat(judge(rule("x", "u", null, "4"), "5").sentence(Language.EN))
        .startsWith("x 5 u is outside the limits (≤ 4): ");
    assertThat(judge(rule("x", "u", "1.5", "4"), "2").sentence(Language.EN))
        .isEqualTo("x 2 u is within the limits (≥ 1.5, ≤ 4)");
  }

  @Test
  void aMissingValueIsAskedForWithItsReason() {
    Derived<BigDecimal> none =
        Derived.missing(TreatmentRule.READ, Message.of(new Words("clotted", "凝血")));

    Derived<Action> asked = DayOneDecision.judge(rule("x", "u", "1.5", null), none);

    assertThat(asked.get()).isEqualTo(Action.ASK);
    assertThat(asked.sentence(Language.EN)).isEqualTo("x cannot be judged: clotted");
    assertThat(asked.sentence(Language.ZH)).isEqualTo("x 无法判断：凝血");
  }

  private static Derived<Action> proposed(Action action) {
    return Derived.of(TreatmentRule.CONDITION, action);
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, 41, GIVE", // there is still a day to wait for
    "HOLD, 42, STOP",
    "GIVE, 42, GIVE", // it can be given on the last day of the delay
    "OMIT, 42, GIVE",
    "GIVE, 43, STOP"
  })
  void theLongestDelayStopsWhatIsStillHeldAndAnythingBeyondIt(
      Action other, int days, Action expected) {
    Derived<Action> delay =
        DayOneDecision.judgeDelay(Words.same("taxane"), List.of(proposed(other)), days, 42);

    assertThat(delay.get()).isEqualTo(expected);
    assertThat(delay.sentence(Language.EN))
        .isEqualTo(
            expected == Action.STOP
                ? "the cycle is delayed by "
                    + days
                    + " days and the longest delay is 42: stop taxane"
                : "the cycle is delayed by " + days + " days, at most 42 are allowed");
  }

  @Test
  void theGravestProposalIsTheDecisionAndItsReasonsAreThoseThatSayTheSame() {
    Derived<Action> first = Derived.of(TreatmentRule.CONDITION_NOT_MET, Action.HOLD);
    Derived<Action> second = Derived.of(TreatmentRule.TOXICITY, Action.HOLD);

    Derived<Action> combined =
        DayOneDecision.combine(
            Words.same("taxane"),
            DAY,
            List.of(proposed(Action.GIVE), first, proposed(Action.ASK), second));

    assertThat(combined.get()).isEqualTo(Action.HOLD);
    assertThat(DayOneDecision.reasons(combined)).containsExactly(first, second);
    assertThat(combined.sentence(Language.EN)).contains("4 rules looked at");
  }

  @Test
  void gravityFallsFromToStopToToGive() {
    List<Action> falling =
        List.of(Action.STOP, Action.HOLD, Action.OMIT, Action.ASK, Action.REDUCE, Action.GIVE);
    for (int i = 0; i < falling.size(); i++) {
      List<Derived<Action>> proposals =
          falling.subList(i, falling.size()).reversed().stream()
              .map(DayOneConditionsTest::proposed)
              .toList();
      assertThat(DayOneDecision.combine(Words.same("x"), DAY, proposals).get())
          .isEqualTo(falling.get(i));
    }
  }

  @Test
  void whereNoRuleSpeaksTheAgentIsGiven() {
    assertThat(DayOneDecision.combine(Words.same("x"), DAY, List.of()).get())
        .isEqualTo(Action.GIVE);
  }
}
